package io.limen.aggregator.adapter.dashboard.alerts;

import io.limen.schemas.DriftAlert;
import io.limen.schemas.DriftState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An alert as JSON, by the names of the schema.
 *
 * @param id shared by the states of one alert
 * @param model model@version
 * @param raisedAt event time of the study that moved it into its state
 * @param suspectedAt event time of the study that made it a suspicion; null where it has not been one, as far as is known here
 * @param alertedAt event time of the study that raised the alarm; null where none was raised, as far as is known here
 * @param endedAt event time of the study with which it was over; null while it is open
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
        Acknowledgement acknowledgement,
        Instant suspectedAt,
        Instant alertedAt,
        Instant endedAt) {

    /**
     * That somebody has seen it.
     *
     * @param by who
     * @param note what they make of it
     */
    public record Acknowledgement(String by, String note, Instant at) {}

    /** As it stands by the newest that was told of it: a record of one state tells nothing of those before. */
    static AlertView of(DriftAlert alert, Optional<AlertView> before) {
        Instant now = alert.getRaisedAt();
        DriftState state = alert.getState();
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
                null,
                state == DriftState.SUSPECT
                        ? now
                        : before.map(AlertView::suspectedAt).orElse(null),
                switch (state) {
                    case SUSPECT -> null;
                    case ALERT -> now;
                    case CLEARED -> before.map(AlertView::alertedAt).orElse(null);
                },
                state == DriftState.CLEARED ? now : null);
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
                newest,
                suspectedAt,
                alertedAt,
                endedAt);
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
