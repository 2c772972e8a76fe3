package io.limen.aggregator.domain.drift;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The promise of the watch, by simulation. */
class PromiseTest {

    /** However few: a watch whose true mean is just not what it promised passes, two standard errors off, once in 44 times. */
    private static final int STREAMS = 600;

    private static final int SHORT_STREAMS = 500;
    private static final WatchSettings SETTINGS = new WatchSettings(100, 1_000);

    /** Cut off there, the mean is a little too small: on the safe side. */
    private static final int MOST = 6_000;

    @Test
    void falseAlarmsAreAtLeastAsFarApartAsPromised() {
        SimulatedStream stream = SimulatedStream.inControl(SimulatedStream.FEW);
        RunLengths lengths = RunLengths.of(STREAMS, seed -> stream.delay(seed, SETTINGS, MOST));
        assertTrue(
                lengths.mean() - 2 * lengths.standardError() >= SETTINGS.expectedRunLength(),
                () -> "mean run length " + lengths.mean() + " +- " + lengths.standardError());
    }

    /** The demo's two settings: what a watch that has just begun has for a head start is within its share of the promise. */
    @ParameterizedTest
    @CsvSource({"20, 200, 36", "100, 1000, 100"})
    void aStreamOfAFewStudiesRaisesAFalseAlarmNoMoreOftenThanItsShareOfThePromise(
            int reference, double promise, int studies) {
        WatchSettings settings = new WatchSettings(reference, promise);
        SimulatedStream stream = SimulatedStream.inControl(EnumSet.allOf(MonitoredFeature.class));
        double share = RunLengths.of(SHORT_STREAMS, seed -> stream.delay(seed, settings, studies))
                .shareWithin(studies);
        double error = Math.sqrt(share * (1 - share) / SHORT_STREAMS);
        assertTrue(
                share + 2 * error <= (Evidence.begin(promise).sum() + (1 - Evidence.HEAD_START) * studies) / promise,
                () -> "alarms in " + share + " +- " + error + " of the streams");
    }

    @Test
    void aReferenceThatDoesNotGrowBreaksThePromise() {
        RunLengths lengths = RunLengths.of(STREAMS, seed -> fixedReference(seed, MOST));
        assertTrue(
                lengths.mean() + 2 * lengths.standardError() < SETTINGS.expectedRunLength(),
                () -> "mean run length " + lengths.mean() + " +- " + lengths.standardError());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100})
    void aShiftOfLocalityIsFoundInTimeRightBehindTheReferenceAndLater(int inControl) {
        Set<MonitoredFeature> all = EnumSet.allOf(MonitoredFeature.class);
        SimulatedStream large = new SimulatedStream(all, Set.of(MonitoredFeature.LOCALITY), 1, inControl);
        SimulatedStream small = new SimulatedStream(all, Set.of(MonitoredFeature.LOCALITY), -0.5, inControl);
        int afterLarge =
                RunLengths.of(300, seed -> large.delay(seed, SETTINGS, 500)).quantile(0.5);
        int afterSmall =
                RunLengths.of(300, seed -> small.delay(seed, SETTINGS, 1_000)).quantile(0.5);
        assertTrue(afterLarge < 30, () -> "one standard deviation: median " + afterLarge);
        assertTrue(afterSmall < 80, () -> "half a standard deviation: median " + afterSmall);
    }

    /** Cases of one study are alike: taken one by one they look like evidence, taken as a study they do not. */
    @Test
    void casesOfOneStudyBreakThePromiseUnlessTheStudyIsTheUnit() {
        RunLengths cases = RunLengths.of(400, seed -> correlated(seed, true));
        RunLengths studies = RunLengths.of(400, seed -> correlated(seed, false));
        assertTrue(
                cases.mean() < SETTINGS.expectedRunLength() / 2,
                () -> "case by case: mean run length " + cases.mean() + " cases");
        assertTrue(
                studies.mean() - 2 * studies.standardError() >= SETTINGS.expectedRunLength(),
                () -> "study by study: mean run length " + studies.mean() + " studies");
    }

    /**
     * Under overload, from the end of the reference on, a tenth is explained. A stream of which studies are drawn is one of studies
     * like before; drawn case by case, studies have fewer cases each, and their means spread wider.
     */
    @Test
    void lotsKeepThePromiseWhereTheyDrawWholeStudiesAndBreakItWhereTheyDrawCases() {
        RunLengths studies = RunLengths.of(400, seed -> drawn(seed, true));
        RunLengths cases = RunLengths.of(400, seed -> drawn(seed, false));
        assertTrue(
                studies.mean() - 2 * studies.standardError() >= SETTINGS.expectedRunLength(),
                () -> "whole studies: mean run length " + studies.mean() + " studies");
        assertTrue(
                cases.mean() + 2 * cases.standardError() < SETTINGS.expectedRunLength(),
                () -> "case by case: mean run length " + cases.mean() + " studies");
    }

    /** Studies of ten cases, a tenth of whose variance is between studies; a length in studies that have an explained case. */
    private static int drawn(long seed, boolean wholeStudies) {
        Random random = new Random(seed);
        Watch watch = Watch.begin();
        int most = SETTINGS.referenceStudies() + 4_000;
        int seen = 0;
        while (seen < most) {
            double probability = seen < SETTINGS.referenceStudies() ? 1 : 0.1;
            double lot = random.nextDouble();
            double shared = Math.sqrt(0.1) * random.nextGaussian();
            double sum = 0;
            int explained = 0;
            for (int i = 0; i < 10; i++) {
                double value = shared + Math.sqrt(0.9) * random.nextGaussian();
                if ((wholeStudies ? lot : random.nextDouble()) < probability) {
                    sum += value;
                    explained++;
                }
            }
            if (explained > 0) {
                watch = watch.observe(one(sum / explained, ++seen, random), SETTINGS);
            }
            if (watch instanceof Watching watching && watching.state() == WatchState.ALERT) {
                return seen - SETTINGS.referenceStudies();
            }
        }
        return most - SETTINGS.referenceStudies();
    }

    /** Values that come again and again are ties, and each time the lot is another. */
    @Test
    void aFewImagesThatComeAgainRaiseNoMoreFalseAlarms() {
        RunLengths lengths = RunLengths.of(600, PromiseTest::fewImages);
        assertTrue(
                lengths.mean() - 2 * lengths.standardError() >= SETTINGS.expectedRunLength(),
                () -> "mean run length " + lengths.mean() + " +- " + lengths.standardError());
    }

    private static int fewImages(long seed) {
        Random random = new Random(seed);
        Watch watch = Watch.begin();
        for (int i = 1; i <= SETTINGS.referenceStudies() + MOST; i++) {
            watch = watch.observe(one(random.nextInt(5), i, random), SETTINGS);
            if (watch instanceof Watching watching && watching.state() == WatchState.ALERT) {
                return i - SETTINGS.referenceStudies();
            }
        }
        return MOST;
    }

    private static int fixedReference(long seed, int most) {
        Random random = new Random(seed);
        float[] reference = new float[SETTINGS.referenceStudies()];
        for (int i = 0; i < reference.length; i++) {
            reference[i] = (float) random.nextGaussian();
        }
        FeatureWatch watch = FeatureWatch.begin(1, reference, Evidence.NONE);
        for (int i = 1; i <= most; i++) {
            double value = random.nextGaussian();
            Study study = new Study(Map.of(MonitoredFeature.LOCALITY, value), Instant.ofEpochSecond(i), "x", 0);
            watch = watch.next(value, study, random.nextDouble(), false);
            if (watch.value() >= SETTINGS.expectedRunLength()) {
                return i;
            }
        }
        return most + 1;
    }

    /** Ten cases a study, nine tenths of whose variance is between studies; a length in cases or in studies. */
    private static int correlated(long seed, boolean caseByCase) {
        Random random = new Random(seed);
        int perStudy = 10;
        Watch watch = Watch.begin();
        int units = 0;
        int most = SETTINGS.referenceStudies() + 4_000;
        while (units < most) {
            double shared = Math.sqrt(0.9) * random.nextGaussian();
            double sum = 0;
            for (int i = 0; i < perStudy; i++) {
                double value = shared + Math.sqrt(0.1) * random.nextGaussian();
                sum += value;
                if (caseByCase) {
                    watch = watch.observe(one(value, ++units, random), SETTINGS);
                }
            }
            if (!caseByCase) {
                watch = watch.observe(one(sum / perStudy, ++units, random), SETTINGS);
            }
            if (watch instanceof Watching watching && watching.state() == WatchState.ALERT) {
                return units - SETTINGS.referenceStudies();
            }
        }
        return most;
    }

    private static Study one(double value, int number, Random random) {
        return new Study(
                Map.of(MonitoredFeature.LOCALITY, value), Instant.ofEpochSecond(number), "x", random.nextLong());
    }
}
