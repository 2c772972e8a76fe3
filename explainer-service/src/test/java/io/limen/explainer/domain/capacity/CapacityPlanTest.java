package io.limen.explainer.domain.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.domain.capacity.CapacityPlan.Means;
import io.limen.explainer.domain.capacity.KafkaPlan.Keeping;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CapacityPlanTest {

    private static final MapShape MAP = new MapShape(256, 250, 8);
    private static final CaseCost TEN_SECONDS = new CaseCost(2_000, 0.005);
    private static final Keeping A_WEEK = new Keeping(7, 3);

    private static CapacityPlan plan(double perMinute, OptionalLong devices) {
        return CapacityPlan.of(
                new Workload(perMinute, 4, 2, MAP, 50_000), new Means(TEN_SECONDS, 0.8, devices, A_WEEK));
    }

    @Test
    void aMapHasItsBlocksAtTheEdgeToo() {
        assertEquals(32 * 32, MAP.blocks());
        assertEquals(64_000, MAP.pixels());
    }

    @Test
    void devicesAreBusyNoMoreThanAskedFor() {
        // one case a second of ten seconds each
        CapacityPlan plan = plan(60, OptionalLong.empty());

        assertEquals(10, plan.devices().busy(), 1e-9);
        assertEquals(13, plan.devices().needed());
        assertEquals(1, plan.devices().explainedShare());
        assertEquals(60, plan.explainedPerMinute(), 1e-9);
    }

    @Test
    void withFewerDevicesAShareIsExplainedAndTheWatchTakesSoMuchLonger() {
        CapacityPlan all = plan(60, OptionalLong.empty());
        CapacityPlan some = plan(60, OptionalLong.of(5));

        assertEquals(0.4, some.devices().explainedShare(), 1e-9);
        assertEquals(13, some.devices().needed(), "of what would explain all");
        assertEquals(24, some.explainedPerMinute(), 1e-9);
        assertEquals(all.kafka().cases(), some.kafka().cases(), "cases come all the same");
        assertEquals(
                0.4 * all.kafka().explanations().keptBytes(),
                some.kafka().explanations().keptBytes(),
                1);
        assertEquals(all.watch().found().toMillis() / 0.4, some.watch().found().toMillis(), 1);
        assertEquals(1, plan(60, OptionalLong.of(50)).devices().explainedShare());
    }

    @Test
    void theWatchCountsStudiesOfAGroupAndFalseAlarmsOfAll() {
        // a study each two seconds in all, each eight seconds of one group
        WatchPlan watch = plan(60, OptionalLong.empty()).watch();

        assertEquals(Duration.ofSeconds(800), watch.reference());
        assertEquals(Duration.ofSeconds(17 * 8), watch.found());
        assertEquals(Duration.ofSeconds(29 * 8), watch.foundMostly());
        assertEquals(Duration.ofSeconds(2_000), watch.falseAlarms());
        assertEquals(30 * 86_400 / 2.0, watch.promiseForQuiet(), 1e-6);
    }

    @Test
    void kafkaKeepsEveryReplica() {
        KafkaPlan kafka = plan(60, OptionalLong.empty()).kafka();

        assertEquals(50_000, kafka.cases().bytesPerSecond(), 1e-9);
        assertEquals(50_000.0 * 7 * 86_400 * 3, kafka.cases().keptBytes(), 1);
        assertEquals(RecordSizes.attribution(MAP), kafka.explanations().bytesPerSecond(), 1e-6);
        assertEquals(KafkaPlan.LEAST_PARTITIONS, kafka.partitions());
        assertTrue(plan(1e6, OptionalLong.empty()).kafka().partitions() > KafkaPlan.LEAST_PARTITIONS);
    }

    @Test
    void aGroupIsWrittenNoMoreOftenThanTheStreamCommits() {
        AggregatorPlan slow = plan(60, OptionalLong.empty()).aggregator();
        AggregatorPlan quick = plan(60_000, OptionalLong.empty()).aggregator();

        assertEquals(23_045 + 150, slow.changelogBytesPerSecond(), 1);
        assertEquals(20 * 23_045 + 1_000 * 150, quick.changelogBytesPerSecond(), 1);
        assertEquals(slow.groupBytes(), quick.groupBytes());
        assertEquals(1_000 * slow.seenBytes(), quick.seenBytes(), 1);
        assertEquals(1, slow.threads());
        assertEquals(2, quick.threads());
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> plan(0, OptionalLong.empty()));
        assertThrows(IllegalArgumentException.class, () -> plan(Double.NaN, OptionalLong.empty()));
        assertThrows(IllegalArgumentException.class, () -> plan(1, OptionalLong.of(0)));
        assertThrows(IllegalArgumentException.class, () -> new CaseCost(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new MapShape(1, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Keeping(-1, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> CapacityPlan.of(
                        new Workload(1, 1, 1, MAP, 1), new Means(TEN_SECONDS, 1, OptionalLong.empty(), A_WEEK)));
    }
}
