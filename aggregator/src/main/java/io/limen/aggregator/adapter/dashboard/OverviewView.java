package io.limen.aggregator.adapter.dashboard;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a page with all models shows of one version of a model, as JSON: a twentieth of {@link ModelView}, so that a fleet of
 * fifty, each told twice a second, is no more than a page can take.
 *
 * @param id model@version
 */
public record OverviewView(
        String id, String model, String modelVersion, long explanations, Instant updatedAt, List<Group> groups) {

    /** Of a share of the evidence no eye tells more apart. */
    private static final double PROFILE_STEP = 1e-4;

    /**
     * Of one site and reference mode.
     *
     * @param causalRadius without a unit, 1 for a uniform look
     * @param baselineDice percentage points
     * @param profile 48 shares of the evidence that sum to 1, rounded to {@value #PROFILE_STEP}; all 0 without evidence
     * @param drift null when the group is not watched
     */
    public record Group(
            String site,
            String referenceMode,
            long explanations,
            Map<String, Long> classCounts,
            FeatureView causalRadius,
            FeatureView baselineDice,
            List<Double> profile,
            HeterogeneityView heterogeneity,
            DriftView drift) {

        public Group {
            profile = List.copyOf(profile);
        }

        static Group of(GroupView group) {
            return new Group(
                    group.site(),
                    group.referenceMode(),
                    group.explanations(),
                    group.classCounts(),
                    group.features().get("causalRadius"),
                    group.features().get("baselineDice"),
                    shares(group.profileSum()),
                    group.heterogeneity(),
                    group.drift());
        }
    }

    public OverviewView {
        groups = List.copyOf(groups);
    }

    static OverviewView of(StatisticsView statistics) {
        return new OverviewView(
                statistics.model() + "@" + statistics.modelVersion(),
                statistics.model(),
                statistics.modelVersion(),
                statistics.explanations(),
                statistics.updatedAt(),
                statistics.groups().stream().map(Group::of).toList());
    }

    private static List<Double> shares(List<Double> sums) {
        double total = sums.stream().mapToDouble(Double::doubleValue).sum();
        return sums.stream()
                .map(sum -> total > 0 ? Math.round(sum / total / PROFILE_STEP) * PROFILE_STEP : 0.0)
                .toList();
    }
}
