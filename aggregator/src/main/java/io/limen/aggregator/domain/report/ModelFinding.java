package io.limen.aggregator.domain.report;

import io.limen.aggregator.domain.strategy.Feature;
import io.limen.aggregator.domain.strategy.PerceptualStrategy;
import io.limen.aggregator.domain.strategy.Profile;
import io.limen.aggregator.domain.strategy.ReferenceMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A version of a model in one reference mode over a period.
 *
 * @param model model@version
 * @param mode what regions were scored against; the two are never mixed
 * @param sites where it ran
 * @param explanations cases that were explained
 * @param byLot of these, those that a lot was drawn for
 * @param studies of these cases
 * @param features that a study defines
 * @param classes explanations per class of strategy
 * @param mix the same over time, by the beginning of each interval
 * @param profile sum of the profiles
 * @param origins which files they were made with
 */
public record ModelFinding(
        String model,
        ReferenceMode mode,
        SortedSet<String> sites,
        long explanations,
        long byLot,
        long studies,
        List<FeatureFinding> features,
        Map<PerceptualStrategy, Long> classes,
        SortedMap<Instant, Map<PerceptualStrategy, Long>> mix,
        Profile profile,
        Set<ReportedCase.Origin> origins) {

    /** @param cases of one model and mode, one or more */
    static ModelFinding of(Collection<ReportedCase> cases, Period period) {
        ReportedCase any = cases.iterator().next();
        Collection<StudyPerception> studies = StudyPerception.of(cases).values();
        SortedSet<String> sites = new TreeSet<>();
        SortedMap<Instant, Map<PerceptualStrategy, Long>> mix = new TreeMap<>();
        Map<PerceptualStrategy, Long> classes = new EnumMap<>(PerceptualStrategy.class);
        Set<ReportedCase.Origin> origins = new LinkedHashSet<>();
        double[] profile = new double[Profile.CELLS];
        for (ReportedCase one : cases) {
            sites.add(one.group().site());
            classes.merge(one.strategy(), 1L, Long::sum);
            mix.computeIfAbsent(period.intervalOf(one.segmentedAt()), begin -> new EnumMap<>(PerceptualStrategy.class))
                    .merge(one.strategy(), 1L, Long::sum);
            origins.add(one.origin());
            for (int cell = 0; cell < profile.length; cell++) {
                profile[cell] += one.profile().cells().get(cell);
            }
        }
        List<Double> cells = new ArrayList<>();
        for (double weight : profile) {
            cells.add(weight);
        }
        return new ModelFinding(
                any.model(),
                any.group().referenceMode(),
                sites,
                cases.size(),
                cases.stream().filter(one -> !one.certain()).count(),
                studies.size(),
                Stream.of(Feature.values())
                        .flatMap(feature -> FeatureFinding.of(feature, studies).stream())
                        .toList(),
                classes,
                mix,
                new Profile(cells),
                origins);
    }
}
