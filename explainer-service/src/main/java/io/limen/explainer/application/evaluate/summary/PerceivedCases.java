package io.limen.explainer.application.evaluate.summary;

import io.limen.explainer.application.evaluate.Perception;
import io.limen.explainer.domain.heterogeneity.CaseProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How one model perceived, case by case. */
final class PerceivedCases {

    /** Features that a map has whenever a block matters. */
    static final List<String> FEATURES = List.of(
            "supporting share", "hindering share", "locality", "causal radius", "entropy", "participation", "gini");

    private final String model;
    private final List<Optional<Perception>> byCase;
    private final List<Optional<CaseProfile>> profiles;

    PerceivedCases(EvaluatedPairs pairs, String model) {
        this.model = model;
        this.byCase = pairs.cases().stream()
                .map(name -> pairs.pair(model, name).flatMap(pair -> pair.perception()))
                .toList();
        this.profiles = byCase.stream()
                .map(perception -> perception.flatMap(PerceivedCases::profile))
                .toList();
    }

    String model() {
        return model;
    }

    /** Those that are known. */
    List<Perception> perceptions() {
        return byCase.stream().flatMap(Optional::stream).toList();
    }

    /** Profiles of all cases in which a block matters. */
    List<CaseProfile> profiles() {
        return profiles.stream().flatMap(Optional::stream).toList();
    }

    /** Profiles of some of the evaluation's cases, a case as often as it is named. */
    List<CaseProfile> profiles(int[] cases) {
        List<CaseProfile> found = new ArrayList<>();
        for (int one : cases) {
            profiles.get(one).ifPresent(found::add);
        }
        return found;
    }

    /** The features of {@link #FEATURES} of each case that has all of them. */
    List<double[]> features() {
        return perceptions().stream()
                .map(Perception::features)
                .filter(features -> features.keySet().containsAll(FEATURES))
                .map(features -> FEATURES.stream().mapToDouble(features::get).toArray())
                .toList();
    }

    private static Optional<CaseProfile> profile(Perception perception) {
        double[] cells =
                perception.profile().stream().mapToDouble(Double::doubleValue).toArray();
        double sum = 0;
        for (double cell : cells) {
            sum += cell;
        }
        return sum > 0 ? Optional.of(CaseProfile.of(cells)) : Optional.empty();
    }
}
