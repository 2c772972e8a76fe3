package io.limen.aggregator.domain.drift;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an alarm says has moved, by simulation. */
class MovedSourcesTest {

    private static final int STREAMS = 300;

    @ParameterizedTest
    @CsvSource({"20, 200", "100, 1000"})
    void aSourceThatStandsStillIsNamedInAFewAlarmsAtMost(int reference, double promise) {
        WatchSettings settings = new WatchSettings(reference, promise);
        Map<DriftSource, Integer> named = named(settings, Set.of(MonitoredFeature.LOCALITY), 1);
        for (DriftSource still : Set.of(DriftSource.OUTPUTS, DriftSource.INPUTS)) {
            double share = named.get(still) / (double) STREAMS;
            double error = Math.sqrt(0.05 * 0.95 / STREAMS);
            assertTrue(share <= 0.05 + 2 * error, () -> still + " named in " + share + " of the alarms");
        }
        assertTrue(named.get(DriftSource.RELIANCE) >= 0.85 * STREAMS, named::toString);
    }

    /** Not always: the first of them raises the alarm, often before the other is beyond doubt. */
    @ParameterizedTest
    @CsvSource({"50, 200", "100, 1000"})
    void twoSourcesThatMovedAreMostlyBothNamed(int reference, double promise) {
        WatchSettings settings = new WatchSettings(reference, promise);
        Map<DriftSource, Integer> named =
                named(settings, Set.of(MonitoredFeature.LOCALITY, MonitoredFeature.SEGMENTED_SHARE), 1.5);
        assertTrue(named.get(DriftSource.RELIANCE) >= 0.6 * STREAMS, named::toString);
        assertTrue(named.get(DriftSource.OUTPUTS) >= 0.6 * STREAMS, named::toString);
    }

    /** Alarms that name each source, of {@value #STREAMS} streams whose features shift right behind the reference. */
    private static Map<DriftSource, Integer> named(WatchSettings settings, Set<MonitoredFeature> shifted, double by) {
        Map<DriftSource, Integer> named = new EnumMap<>(DriftSource.class);
        for (DriftSource source : DriftSource.values()) {
            named.put(source, 0);
        }
        for (int seed = 0; seed < STREAMS; seed++) {
            for (DriftSource source : alarm(seed, settings, shifted, by).moved()) {
                named.merge(source, 1, Integer::sum);
            }
        }
        return named;
    }

    private static Watching alarm(long seed, WatchSettings settings, Set<MonitoredFeature> shifted, double by) {
        Random random = new Random(seed);
        Watch watch = Watch.begin();
        int number = 0;
        while (!(watch instanceof Watching watching) || watching.state() != WatchState.ALERT) {
            boolean moved = number >= settings.referenceStudies();
            Map<MonitoredFeature, Double> values = new EnumMap<>(MonitoredFeature.class);
            for (MonitoredFeature feature : MonitoredFeature.values()) {
                values.put(feature, random.nextGaussian() + (moved && shifted.contains(feature) ? by : 0));
            }
            watch = watch.observe(
                    new Study(values, Instant.ofEpochSecond(number), "study-" + number++, random.nextLong()), settings);
        }
        return (Watching) watch;
    }
}
