package io.limen.aggregator.domain.statistics;

/**
 * Running statistics of one kind of intervention on one component. Immutable; adding one effect costs O(1).
 *
 * @param shape what the component is, as of the newest explanation
 * @param effect moments of the ATE over explanations, percentage points
 * @param meanStandardError mean over explanations of the ATE's standard error, percentage points; 0 of none
 */
public record ComponentStatistics(ComponentShape shape, RunningMoments effect, double meanStandardError) {

    public ComponentStatistics {
        if (!(meanStandardError >= 0 && meanStandardError <= 100)) {
            throw new IllegalArgumentException("ComponentStatistics: mean standard error " + meanStandardError);
        }
    }

    /** Of a single effect that stands for so many. */
    static ComponentStatistics of(ComponentEffect one, long times) {
        return new ComponentStatistics(one.shape(), RunningMoments.of(one.ate(), times), one.standardError());
    }

    /** These and the other, later ones, as if all had been added to one. */
    public ComponentStatistics merge(ComponentStatistics later) {
        RunningMoments merged = effect.merge(later.effect);
        double share = (double) later.effect.count() / Math.max(1, merged.count());
        return new ComponentStatistics(
                later.shape, merged, meanStandardError + (later.meanStandardError - meanStandardError) * share);
    }
}
