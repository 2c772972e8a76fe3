package io.limen.aggregator.domain.drift;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A stream of studies whose features are standard normal, of which some shift after a number of studies in control.
 *
 * @param features that a study defines
 * @param shifted of them, those that shift
 * @param shift in standard deviations
 * @param inControl studies after the reference before the shift
 */
record SimulatedStream(Set<MonitoredFeature> features, Set<MonitoredFeature> shifted, double shift, int inControl) {

    /** All features, nothing ever shifts. */
    static SimulatedStream inControl(Set<MonitoredFeature> features) {
        return new SimulatedStream(features, Set.of(), 0, 0);
    }

    /**
     * Studies from the shift to the alarm; an alarm before the shift is a false one, after which the bets begin anew.
     *
     * @return most + 1 when no alarm comes in time
     */
    int delay(long seed, WatchSettings settings, int most) {
        Random random = new Random(seed);
        Watch watch = Watch.begin();
        for (int i = 0; i < settings.referenceStudies(); i++) {
            watch = watch.observe(study(random, i, 0), settings);
        }
        Watching watching = (Watching) watch;
        for (int i = 1; i <= inControl + most; i++) {
            watching = watching.observe(
                    study(random, settings.referenceStudies() + i, i > inControl ? shift : 0), settings);
            if (watching.state() == WatchState.ALERT) {
                if (i > inControl) {
                    return i - inControl;
                }
                watching = new Watching(
                        watching.restart().features(),
                        WatchState.OK,
                        watching.since(),
                        watching.referenceStudies(),
                        watching.studies(),
                        0);
            }
        }
        return most + 1;
    }

    private Study study(Random random, int number, double by) {
        Map<MonitoredFeature, Double> values = new EnumMap<>(MonitoredFeature.class);
        for (MonitoredFeature feature : features) {
            values.put(feature, random.nextGaussian() + (shifted.contains(feature) ? by : 0));
        }
        return new Study(values, Instant.ofEpochSecond(number), "study-" + number, random.nextLong());
    }

    /** Features of a few kinds, enough to see that averaging keeps the promise and cheap enough for every build. */
    static final Set<MonitoredFeature> FEW = Set.copyOf(
            List.of(MonitoredFeature.LOCALITY, MonitoredFeature.SEGMENTED_SHARE, MonitoredFeature.BRIGHTNESS));
}
