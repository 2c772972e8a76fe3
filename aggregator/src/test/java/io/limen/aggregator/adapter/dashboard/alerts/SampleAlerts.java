package io.limen.aggregator.adapter.dashboard.alerts;

import io.limen.schemas.DriftAlert;
import io.limen.schemas.DriftSource;
import io.limen.schemas.DriftState;
import io.limen.schemas.ReferenceMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Alerts as the stream tells them. */
public final class SampleAlerts {

    private SampleAlerts() {}

    /** An alert of unet@1 whose onset is ten minutes before. */
    public static DriftAlert alert(String id, DriftState state, Instant at) {
        return DriftAlert.newBuilder()
                .setAlertId(id)
                .setModel("unet")
                .setModelVersion("1")
                .setSite("clinic")
                .setReferenceMode(ReferenceMode.GROUND_TRUTH)
                .setState(state)
                .setFeature("locality")
                .setStatistic(1_200)
                .setExpectedRunLength(1_000)
                .setReferenceMean(0.8)
                .setReferenceDeviation(0.1)
                .setCurrentMean(0.5)
                .setReferenceStudies(150)
                .setStudiesSinceOnset(12)
                .setMoved(List.of(DriftSource.RELIANCE))
                .setShares(Map.of("locality", 1.0))
                .setSummary("locality fell from 0.8 to 0.5")
                .setOnset(at.minusSeconds(600))
                .setRaisedAt(at)
                .setExampleExplanationIds(List.of("0".repeat(64)))
                .build();
    }
}
