package io.limen.explainer.application.evaluate;

import io.limen.explainer.domain.attribution.Explanation;
import io.limen.explainer.domain.strategy.PerceptualStrategy;
import io.limen.explainer.domain.strategy.StrategyFeatures;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the model perceived one case.
 *
 * @param strategy class of the map
 * @param features of the map by name, those that it has
 * @param profile 48 cells, see {@link StrategyFeatures}
 * @param traits of the case that may go with the strategy, by name
 */
public record Perception(
        PerceptualStrategy strategy, Map<String, Double> features, List<Double> profile, Map<String, Double> traits) {

    public Perception {
        features = Map.copyOf(features);
        profile = List.copyOf(profile);
        traits = Map.copyOf(traits);
    }

    /** Of an explanation. @param objectShare pixels of the reference mask over all, in [0,1] */
    static Perception of(Explanation explanation, double objectShare) {
        StrategyFeatures found = explanation.strategy();
        Map<String, Double> features = new LinkedHashMap<>();
        features.put("supporting share", found.supportingShare());
        features.put("hindering share", found.hinderingShare());
        found.shape().ifPresent(shape -> {
            features.put("locality", shape.locality());
            features.put("causal radius", shape.causalRadius());
            features.put("entropy", shape.entropy());
            features.put("participation", shape.participation());
            features.put("gini", shape.gini());
            shape.signBalance().ifPresent(balance -> features.put("sign balance", balance));
            shape.axis().ifPresent(axis -> features.put("axis enrichment", axis.value()));
            shape.scan().ifPresent(scan -> features.put("scan asymmetry", scan.value()));
        });
        Map<String, Double> traits = new LinkedHashMap<>();
        traits.put("object size", objectShare);
        traits.put("contrast", explanation.traits().input().contrast());
        traits.put("brightness", explanation.traits().input().brightness());
        traits.put("certainty", explanation.traits().output().certainty());
        traits.put("baseline Dice", explanation.baselineDice());
        return new Perception(
                found.classification().strategy(),
                features,
                Arrays.stream(found.profile()).boxed().toList(),
                traits);
    }
}
