package io.limen.explainer.application.evaluate.summary;

import io.limen.explainer.application.evaluate.Perception;
import io.limen.explainer.application.evaluate.summary.TraitAssociation.Tested;
import io.limen.explainer.domain.comparison.Holm;
import io.limen.explainer.domain.comparison.RankAssociation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Looks for what goes with the strategy: each feature against each trait, model by model. */
final class TraitAssociations {

    private static final List<String> FEATURES = List.of("locality", "causal radius", "entropy", "axis enrichment");

    private static final List<String> TRAITS =
            List.of("object size", "contrast", "brightness", "certainty", "baseline Dice");

    private final List<PerceivedCases> models;
    private final RankAssociation association;

    TraitAssociations(EvaluatedPairs pairs, long seed) {
        this.models = pairs.models().stream()
                .map(model -> new PerceivedCases(pairs, model))
                .toList();
        this.association = RankAssociation.ofTable(seed, models.size() * FEATURES.size() * TRAITS.size());
    }

    private record Asked(String model, String feature, String trait, RankAssociation.Found found) {}

    List<TraitAssociation> all() {
        List<Asked> asked = new ArrayList<>();
        for (PerceivedCases model : models) {
            for (String feature : FEATURES) {
                for (String trait : TRAITS) {
                    asked.add(new Asked(model.model(), feature, trait, found(model.perceptions(), feature, trait)));
                }
            }
        }
        List<Double> adjusted = Holm.adjusted(asked.stream()
                .filter(one -> one.found().pValue().isPresent())
                .map(one -> one.found().pValue().getAsDouble())
                .toList());
        List<TraitAssociation> all = new ArrayList<>();
        int tested = 0;
        for (Asked one : asked) {
            Optional<Tested> test = one.found().pValue().isPresent()
                    ? Optional.of(new Tested(one.found().pValue().getAsDouble(), adjusted.get(tested++)))
                    : Optional.empty();
            all.add(new TraitAssociation(
                    one.model(), one.feature(), one.trait(), one.found().correlation(), test));
        }
        return all;
    }

    private RankAssociation.Found found(List<Perception> perceptions, String feature, String trait) {
        List<Perception> both = perceptions.stream()
                .filter(one ->
                        one.features().containsKey(feature) && one.traits().containsKey(trait))
                .toList();
        return association.of(
                values(both, one -> one.features().get(feature)),
                values(both, one -> one.traits().get(trait)));
    }

    private static double[] values(List<Perception> perceptions, Function<Perception, Double> value) {
        return perceptions.stream().mapToDouble(value::apply).toArray();
    }
}
