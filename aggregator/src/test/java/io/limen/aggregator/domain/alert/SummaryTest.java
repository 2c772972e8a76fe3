package io.limen.aggregator.domain.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.aggregator.domain.drift.Bet;
import io.limen.aggregator.domain.drift.DriftSource;
import io.limen.aggregator.domain.drift.MonitoredFeature;
import io.limen.aggregator.domain.statistics.RunningMoments;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private static final Instant ONSET = Instant.parse("2026-11-24T14:03:00Z");

    private static Alert alert(
            AlertState state, MonitoredFeature feature, Bet.Direction direction, Set<DriftSource> moved) {
        RunningMoments reference = RunningMoments.EMPTY.add(0.7).add(0.9);
        RunningMoments current = RunningMoments.EMPTY.add(0.5);
        return new Alert(
                "a",
                state,
                new Change(feature, direction, reference, current, ONSET),
                1_000,
                moved,
                ONSET,
                100,
                Map.of(),
                List.of());
    }

    @Test
    void anAlertSaysFromWhatToWhatSinceWhenAndWhatMoved() {
        assertEquals(
                "How much of what the model relies on is near the region (locality) fell from 80 % to 50 %, 2.1 standard deviations, over 1 study since 2026-11-24T14:03:00Z; "
                        + "only what the model relies on moved, neither the images nor the answers",
                Summary.of(alert(
                        AlertState.ALERT,
                        MonitoredFeature.LOCALITY,
                        Bet.Direction.FALL,
                        Set.of(DriftSource.RELIANCE))));
    }

    @Test
    void theShareOfAClassIsNamedInWords() {
        assertEquals(
                "The share of global maps rose from 80 % to 50 %, 2.1 standard deviations, over 1 study since "
                        + "2026-11-24T14:03:00Z; what moved: the images, what the model relies on",
                Summary.of(alert(
                        AlertState.ALERT,
                        MonitoredFeature.STRATEGY_GLOBAL,
                        Bet.Direction.RISE,
                        Set.of(DriftSource.RELIANCE, DriftSource.INPUTS))));
    }

    @Test
    void aChangeOfSpreadSpeaksOfDeviations() {
        assertEquals(
                "Possibly how much of what the model relies on is near the region (locality) varied more: the standard deviation went from 14.1 points to 0.0 points over 1 study since 2026-11-24T14:03:00Z",
                Summary.of(alert(AlertState.SUSPECT, MonitoredFeature.LOCALITY, Bet.Direction.WIDEN, Set.of())));
    }

    @Test
    void anAlertThatIsOverSaysSo() {
        assertEquals(
                "Over: how much of what the model relies on is near the region (locality) is near its reference again, or has a new one",
                Summary.of(alert(AlertState.CLEARED, MonitoredFeature.LOCALITY, Bet.Direction.FALL, Set.of())));
    }

    @Test
    void everyFeatureHasWordsThatAreNoNameOfAField() {
        for (MonitoredFeature feature : MonitoredFeature.values()) {
            assertTrue(FeatureWords.name(feature).contains(" "), FeatureWords.name(feature));
            assertFalse(FeatureWords.name(feature).matches(".*[a-z][A-Z].*"), FeatureWords.name(feature));
        }
    }

    @Test
    void smallChangesOfSharesHaveAsManyDigitsAsTellThemApart() {
        assertEquals("from 80.1 % to 80.9 %", FeatureWords.fromTo(MonitoredFeature.LOCALITY, 0.801, 0.809));
        assertEquals("from 91.8 % to 93.0 %", FeatureWords.fromTo(MonitoredFeature.BASELINE_DICE, 91.8, 93));
        assertEquals("from 0.866 to 0.894", FeatureWords.fromTo(MonitoredFeature.CAUSAL_RADIUS, 0.866, 0.894));
        assertEquals("from 0.12 % to 0.08 %", FeatureWords.fromTo(MonitoredFeature.SEGMENTED_SHARE, 0.0012, 0.0008));
        assertEquals("from 0.5001 to 0.5004", FeatureWords.fromTo(MonitoredFeature.BRIGHTNESS, 0.5001, 0.5004));
        assertEquals("from 80.0 % to 80.0 %", FeatureWords.fromTo(MonitoredFeature.LOCALITY, 0.8, 0.8));
    }
}
