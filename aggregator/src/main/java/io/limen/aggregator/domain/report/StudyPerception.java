package io.limen.aggregator.domain.report;

import io.limen.aggregator.domain.strategy.Feature;
import io.limen.aggregator.domain.strategy.PerceptualStrategy;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * One study by the means of its cases, as the watch sees it: cases of a study are alike, and counted one by one they would look like
 * more evidence than they are.
 *
 * @param cases how many
 * @param means per feature over the cases that define it
 * @param shares per class of strategy, summing to 1; a class without a case is absent
 */
public record StudyPerception(int cases, Map<Feature, Double> means, Map<PerceptualStrategy, Double> shares) {

    /** By study; cases of one reference mode alone. */
    public static Map<String, StudyPerception> of(Collection<ReportedCase> cases) {
        Map<String, StudyPerception> studies = new LinkedHashMap<>();
        cases.stream()
                .collect(Collectors.groupingBy(ReportedCase::study, LinkedHashMap::new, Collectors.toList()))
                .forEach((study, its) -> studies.put(study, ofOne(its)));
        return studies;
    }

    private static StudyPerception ofOne(List<ReportedCase> cases) {
        Map<Feature, Double> means = new EnumMap<>(Feature.class);
        for (Feature feature : Feature.values()) {
            cases.stream()
                    .map(one -> one.features().get(feature))
                    .filter(value -> value != null)
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .ifPresent(mean -> means.put(feature, mean));
        }
        Map<PerceptualStrategy, Double> shares = new EnumMap<>(PerceptualStrategy.class);
        cases.forEach(one -> shares.merge(one.strategy(), 1.0 / cases.size(), Double::sum));
        return new StudyPerception(cases.size(), means, shares);
    }

    /** Mean of the feature; empty where no case defines it. */
    public OptionalDouble mean(Feature feature) {
        Double mean = means.get(feature);
        return mean == null ? OptionalDouble.empty() : OptionalDouble.of(mean);
    }

    /** Share of the class, 0 to 1. */
    public double share(PerceptualStrategy strategy) {
        return shares.getOrDefault(strategy, 0.0);
    }
}
