package io.limen.aggregator.domain.report;

import io.limen.aggregator.domain.comparison.AcceptanceLimits;
import io.limen.aggregator.domain.strategy.ReferenceMode;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a period comes to.
 *
 * @param period of event time
 * @param models by name, version and reference mode
 * @param alerts that were open within the period, newest first
 * @param comparison of two versions; empty when none was asked for
 */
public record PeriodReport(
        Period period, List<ModelFinding> models, List<ReportedAlert> alerts, Optional<VersionComparison> comparison) {

    /**
     * Two versions to compare.
     *
     * @param first model@version
     * @param second model@version
     */
    public record Versions(String first, String second) {}

    /** Without a comparison. */
    public static PeriodReport of(Period period, Collection<ReportedCase> cases, List<ReportedAlert> alerts) {
        return new PeriodReport(period, models(period, cases), alerts, Optional.empty());
    }

    /** With a comparison; none where one of the versions has no explanation in a mode that both have. */
    public static PeriodReport of(
            Period period,
            Collection<ReportedCase> cases,
            List<ReportedAlert> alerts,
            Versions versions,
            AcceptanceLimits limits) {
        Optional<VersionComparison> comparison = Arrays.stream(ReferenceMode.values())
                .filter(mode -> !of(versions.first(), mode, cases).isEmpty()
                        && !of(versions.second(), mode, cases).isEmpty())
                .max(Comparator.comparingLong((ReferenceMode mode) -> weight(versions, mode, cases)))
                .map(mode -> VersionComparison.of(
                        of(versions.first(), mode, cases), of(versions.second(), mode, cases), limits));
        return new PeriodReport(period, models(period, cases), alerts, comparison);
    }

    private static List<ModelFinding> models(Period period, Collection<ReportedCase> cases) {
        return cases.stream()
                .collect(Collectors.groupingBy(
                        one -> one.model() + "/" + one.group().referenceMode(), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(its -> ModelFinding.of(its, period))
                .toList();
    }

    /** Modes are not mixed: the one is compared that the smaller sample is greater in. */
    private static long weight(Versions versions, ReferenceMode mode, Collection<ReportedCase> cases) {
        return Math.min(
                of(versions.first(), mode, cases).size(),
                of(versions.second(), mode, cases).size());
    }

    private static List<ReportedCase> of(String model, ReferenceMode mode, Collection<ReportedCase> cases) {
        return cases.stream()
                .filter(one -> one.model().equals(model) && one.group().referenceMode() == mode)
                .toList();
    }
}
