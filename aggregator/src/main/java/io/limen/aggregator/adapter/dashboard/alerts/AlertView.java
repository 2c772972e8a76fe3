package io.limen.aggregator.adapter.dashboard.alerts;

import io.limen.schemas.DriftAlert;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An alert as JSON, by the names of the schema.
 *
 * @param id shared by the states of one alert
 * @param model model@version
 * @param size change of the mean in standard deviations of the reference; null where there is none
 * @param acknowledgement who takes care; null as long as nobody does
 */
public record AlertView(
        String id,
        String model,
        String site,
        String referenceMode,
        String state,
        String feature,
        String summary,
        double statistic,
        double expectedRunLength,
        Double referenceMean,
        Double referenceDeviation,
        Double currentMean,
        Double size,
        List<String> moved,
        Map<String, Double> shares,
        Instant onset,
        Instant raisedAt,
        long studiesSinceOnset,
        List<String> exampleExplanationIds,
        Acknowledgement acknowledgement) {

    /**
     * That somebody has seen it.
     *
     * @param by who
     * @param note what they make of it
     */
    public record Acknowledgement(String by, String note, Instant at) {}

    static AlertView of(DriftAlert alert) {
        return new AlertView(
                alert.getAlertId(),
                alert.getModel() + "@" + alert.getModelVersion(),
                alert.getSite(),
                alert.getReferenceMode().name(),
                alert.getState().name(),
                alert.getFeature(),
                alert.getSummary(),
                alert.getStatistic(),
                alert.getExpectedRunLength(),
                alert.getReferenceMean(),
                alert.getReferenceDeviation(),
                alert.getCurrentMean(),
                size(alert),
                alert.getMoved().stream().map(Enum::name).toList(),
                new TreeMap<>(alert.getShares()),
                alert.getOnset(),
                alert.getRaisedAt(),
                alert.getStudiesSinceOnset(),
                List.copyOf(alert.getExampleExplanationIds()),
                null);
    }

    AlertView with(Acknowledgement newest) {
        return new AlertView(
                id,
                model,
                site,
                referenceMode,
                state,
                feature,
                summary,
                statistic,
                expectedRunLength,
                referenceMean,
                referenceDeviation,
                currentMean,
                size,
                moved,
                shares,
                onset,
                raisedAt,
                studiesSinceOnset,
                exampleExplanationIds,
                newest);
    }

    private static Double size(DriftAlert alert) {
        if (alert.getReferenceMean() == null || alert.getCurrentMean() == null) {
            return null;
        }
        Double deviation = alert.getReferenceDeviation();
        return deviation == null || !(deviation > 0)
                ? null
                : (alert.getCurrentMean() - alert.getReferenceMean()) / deviation;
    }
}
