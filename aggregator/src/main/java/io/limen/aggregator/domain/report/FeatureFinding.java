package io.limen.aggregator.domain.report;

import io.limen.aggregator.domain.comparison.Interval;
import io.limen.aggregator.domain.comparison.MeanInterval;
import io.limen.aggregator.domain.statistics.RunningMoments;
import io.limen.aggregator.domain.strategy.Feature;
import java.util.Collection;
import java.util.Optional;

/**
 * A feature over a period.
 *
 * @param feature which
 * @param studies that define it, 1 or more
 * @param mean over studies, in the feature's unit
 * @param interval 95 %, empty for one study
 */
public record FeatureFinding(Feature feature, long studies, double mean, Optional<Interval> interval) {

    /** Of the interval. */
    public static final double CONFIDENCE = 0.95;

    /** Empty where no study defines it. */
    static Optional<FeatureFinding> of(Feature feature, Collection<StudyPerception> studies) {
        RunningMoments moments = moments(feature, studies);
        return moments.count() == 0
                ? Optional.empty()
                : Optional.of(new FeatureFinding(
                        feature, moments.count(), moments.mean(), MeanInterval.student(moments, CONFIDENCE)));
    }

    /** Of the studies that define it. */
    static RunningMoments moments(Feature feature, Collection<StudyPerception> studies) {
        RunningMoments moments = RunningMoments.EMPTY;
        for (StudyPerception study : studies) {
            if (study.mean(feature).isPresent()) {
                moments = moments.add(study.mean(feature).getAsDouble());
            }
        }
        return moments;
    }
}
