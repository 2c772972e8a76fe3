package io.limen.aggregator.domain.drift;

import java.util.EnumSet;

/**
 * Of how many streams in control the watch raises an alarm within a number of studies, by simulation of all features: what a
 * promise of studies between false alarms means for a stream of some length. At most the statistic's expectation after that
 * number, divided by the promise (Doob's inequality).
 */
final class FalseAlarmShares {

    private static final SimulatedStream STREAM = SimulatedStream.inControl(EnumSet.allOf(MonitoredFeature.class));

    private FalseAlarmShares() {}

    /** Prints a line per setting and number of studies behind the reference. */
    static void print(int streams) {
        print(streams, new WatchSettings(20, 200), 8, 36);
        print(streams, new WatchSettings(100, 1_000), 100, 400, 900);
        print(streams, new WatchSettings(100, 5_000), 900);
    }

    private static double mostShare(int studies, double promise) {
        return (Evidence.begin(promise).sum() + (1 - Evidence.HEAD_START) * studies) / promise;
    }

    private static void print(int streams, WatchSettings settings, int... studies) {
        int most = studies[studies.length - 1];
        RunLengths lengths = RunLengths.of(streams, seed -> STREAM.delay(seed, settings, most));
        for (int within : studies) {
            double share = lengths.shareWithin(within);
            System.out.printf(
                    "reference %d, promised %.0f, %d studies behind the reference: an alarm in %.2f %% of streams +- %.2f,"
                            + " at most %.1f %%%n",
                    settings.referenceStudies(),
                    settings.expectedRunLength(),
                    within,
                    100 * share,
                    100 * Math.sqrt(share * (1 - share) / streams),
                    100 * mostShare(within, settings.expectedRunLength()));
        }
    }
}
