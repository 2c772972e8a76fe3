package io.limen.aggregator.adapter.dashboard;

import io.limen.schemas.FleetModel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One version of one model among those compared, as JSON.
 *
 * @param id model@version
 * @param profiles explanations with a profile
 * @param meanProfile 48 cells: ring-major, then quadrant, then sign
 */
public record FleetModelView(
        String id, long explanations, long profiles, Map<String, Long> classCounts, List<Double> meanProfile) {

    static FleetModelView of(FleetModel model) {
        return new FleetModelView(
                model.getModel() + "@" + model.getModelVersion(),
                model.getExplanations(),
                model.getProfiles(),
                new TreeMap<>(model.getClassCounts()),
                FeatureView.finiteOrZero(model.getMeanProfile()));
    }
}
