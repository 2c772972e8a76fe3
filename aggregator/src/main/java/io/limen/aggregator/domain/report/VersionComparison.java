package io.limen.aggregator.domain.report;

import io.limen.aggregator.domain.comparison.AcceptanceLimits;
import io.limen.aggregator.domain.comparison.Verdict;
import io.limen.aggregator.domain.strategy.ReferenceMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Two versions of a model against each other, in one reference mode, by studies.
 *
 * @param first model@version that the other is compared with
 * @param second the other
 * @param mode what regions were scored against
 * @param paired whether the same cases were compared, each with itself
 * @param common cases that both have explained
 * @param firstLeftOut cases of the first that are no pair, where pairs are compared
 * @param secondLeftOut the same of the second
 * @param sameSites whether both ran at the same sites
 * @param figures against their limits
 * @param verdict overall
 */
public record VersionComparison(
        String first,
        String second,
        ReferenceMode mode,
        boolean paired,
        long common,
        long firstLeftOut,
        long secondLeftOut,
        boolean sameSites,
        List<Compared> figures,
        Verdict verdict) {

    /** Of all cases: with fewer in common two samples are compared, which is right for any number and says less. */
    private static final double PAIRED_FROM = 0.8;

    /** The same case, wherever it was explained. */
    private record Place(String study, String caseId) {
        static Place of(ReportedCase one) {
            return new Place(one.study(), one.caseId());
        }
    }

    /**
     * @param first cases of the one version, of one reference mode
     * @param second cases of the other, of the same reference mode
     */
    static VersionComparison of(
            Collection<ReportedCase> first, Collection<ReportedCase> second, AcceptanceLimits limits) {
        Map<Place, ReportedCase> ofFirst = byPlace(first);
        Map<Place, ReportedCase> ofSecond = byPlace(second);
        List<Place> common =
                ofFirst.keySet().stream().filter(ofSecond::containsKey).toList();
        int all = ofFirst.size() + ofSecond.size() - common.size();
        boolean paired = common.size() >= PAIRED_FROM * all;
        FigureComparison comparison = paired
                ? FigureComparison.ofPairs(studies(common, ofFirst), studies(common, ofSecond), limits)
                : FigureComparison.ofSamples(StudyPerception.of(first), StudyPerception.of(second), limits);
        List<Compared> figures = new ArrayList<>();
        limits.features().forEach((feature, limit) -> figures.add(comparison.feature(feature, limit)));
        limits.shares().forEach((strategy, limit) -> figures.add(comparison.share(strategy, limit)));
        ReportedCase one = first.iterator().next();
        return new VersionComparison(
                one.model(),
                second.iterator().next().model(),
                one.group().referenceMode(),
                paired,
                common.size(),
                paired ? ofFirst.size() - common.size() : 0,
                paired ? ofSecond.size() - common.size() : 0,
                sites(first).equals(sites(second)),
                List.copyOf(figures),
                Verdict.overall(figures.stream().map(Compared::verdict).toList()));
    }

    private static Map<Place, ReportedCase> byPlace(Collection<ReportedCase> cases) {
        return cases.stream().collect(Collectors.toMap(Place::of, Function.identity(), VersionComparison::later));
    }

    /** A case that was explained again counts as it was found last. */
    private static ReportedCase later(ReportedCase one, ReportedCase other) {
        return other.segmentedAt().isBefore(one.segmentedAt()) ? one : other;
    }

    private static Map<String, StudyPerception> studies(List<Place> places, Map<Place, ReportedCase> cases) {
        return StudyPerception.of(places.stream().map(cases::get).toList());
    }

    private static Set<String> sites(Collection<ReportedCase> cases) {
        return cases.stream().map(one -> one.group().site()).collect(Collectors.toCollection(TreeSet::new));
    }
}
