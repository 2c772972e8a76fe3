package io.limen.aggregator.adapter.dashboard;

import io.limen.schemas.FleetStatistics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How differently the models of the fleet perceive, as JSON, in one reference mode.
 *
 * @param models in the order of the rows and columns of the distances
 * @param betweenDivergence between the models' mean profiles, nats; null without a profile
 * @param withinDivergence within the models, nats; null without a profile
 * @param totalDivergence the sum of both: of all profiles together, nats
 * @param distances Jensen-Shannon distance of each two mean profiles, in [0,1]; null where a model has no profile
 */
public record ComparisonView(
        String referenceMode,
        Instant updatedAt,
        List<FleetModelView> models,
        Double betweenDivergence,
        Double withinDivergence,
        Double totalDivergence,
        List<List<Double>> distances) {

    static ComparisonView of(FleetStatistics fleet) {
        Double between = FeatureView.finiteOrNull(fleet.getBetweenDivergence());
        Double within = FeatureView.finiteOrNull(fleet.getWithinDivergence());
        return new ComparisonView(
                fleet.getReferenceMode().name(),
                fleet.getUpdatedAt(),
                fleet.getModels().stream().map(FleetModelView::of).toList(),
                between,
                within,
                between == null || within == null ? null : (Double) (between + within),
                matrix(fleet.getDistances(), fleet.getModels().size()));
    }

    private static List<List<Double>> matrix(List<Double> rowMajor, int models) {
        if (rowMajor.size() != models * models) {
            throw new IllegalArgumentException(rowMajor.size() + " distances of " + models + " models");
        }
        List<List<Double>> rows = new ArrayList<>();
        for (int row = 0; row < models; row++) {
            List<Double> cells = new ArrayList<>();
            rowMajor.subList(row * models, (row + 1) * models).forEach(cell -> cells.add(FeatureView.finite(cell)));
            rows.add(cells);
        }
        return rows;
    }
}
