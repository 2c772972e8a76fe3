package io.limen.aggregator.adapter.dashboard;

import io.limen.schemas.ComponentStatistics;
import io.limen.schemas.GroupStatistics;

/**
 * Running effect of one kind of intervention on one component as JSON, percentage points of the region's Dice.
 *
 * @param kind resample, mean or zero
 * @param type the submodule's class, or Skip
 * @param count explanations
 * @param mean of the ATE; negative: the component supports the segmentation
 * @param standardDeviation of the ATE over explanations; null below two
 * @param standardErrorOfMean standard deviation / sqrt(count); null below two
 * @param meanStandardError mean of what single explanations say of their own precision
 * @param place in the order of execution of the newest explanation, from 0; null where that has no such component
 */
public record ComponentView(
        String site,
        String referenceMode,
        String name,
        String kind,
        String type,
        int channels,
        int height,
        int width,
        long count,
        Double mean,
        Double standardDeviation,
        Double standardErrorOfMean,
        Double min,
        Double max,
        Double meanStandardError,
        Integer place) {

    static ComponentView of(GroupStatistics group, ComponentStatistics component) {
        FeatureView effect = FeatureView.of(component.getEffect());
        Double deviation = effect.variance() == null ? null : (Double) Math.sqrt(effect.variance());
        return new ComponentView(
                group.getSite(),
                group.getReferenceMode().name(),
                component.getName(),
                component.getKind(),
                component.getType(),
                component.getChannels(),
                component.getHeight(),
                component.getWidth(),
                effect.count(),
                effect.mean(),
                deviation,
                deviation == null ? null : (Double) (deviation / Math.sqrt(effect.count())),
                effect.min(),
                effect.max(),
                FeatureView.finite(component.getMeanStandardError()),
                null);
    }

    ComponentView placed(Integer at) {
        return new ComponentView(
                site,
                referenceMode,
                name,
                kind,
                type,
                channels,
                height,
                width,
                count,
                mean,
                standardDeviation,
                standardErrorOfMean,
                min,
                max,
                meanStandardError,
                at);
    }

    /** Size of the mean effect; 0 where there is none. */
    double strength() {
        return mean == null ? 0 : Math.abs(mean);
    }
}
