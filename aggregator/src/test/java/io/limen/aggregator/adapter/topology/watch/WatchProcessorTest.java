package io.limen.aggregator.adapter.topology.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.aggregator.adapter.metrics.MicrometerWatchMetrics;
import io.limen.aggregator.adapter.topology.flow.GroupId;
import io.limen.aggregator.adapter.topology.state.StateFormat;
import io.limen.aggregator.adapter.topology.state.StateSerdes;
import io.limen.aggregator.domain.drift.MonitoredFeature;
import io.limen.aggregator.domain.drift.Study;
import io.limen.aggregator.domain.drift.WatchSettings;
import io.limen.aggregator.domain.statistics.GroupKey;
import io.limen.aggregator.domain.strategy.ReferenceMode;
import io.limen.schemas.DriftHistory;
import io.limen.schemas.ModelKey;
import io.limen.schemas.WatchState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

/** Processors that start one after the other with the same stores, as after a restart. */
class WatchProcessorTest {

    private static final WatchSettings SETTINGS = new WatchSettings(10, 100);
    private static final GroupId CLINIC =
            new GroupId(new ModelKey("unet", "1"), new GroupKey("clinic", ReferenceMode.PREDICTION));

    private static final Instant CLOCK = Instant.ofEpochSecond(100_000);

    private MockProcessorContext<String, WatchEvent> context = new MockProcessorContext<>();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<KeyValueStore<?, ?>> stores = new ArrayList<>();

    private <V> void open(MockProcessorContext<?, ?> context, String name, Serde<V> values) {
        KeyValueStore<String, V> store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(name), Serdes.String(), values)
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        stores.add(store);
    }

    private WatchProcessor start() {
        context = new MockProcessorContext<>();
        context.setCurrentSystemTimeMs(CLOCK.toEpochMilli());
        if (stores.isEmpty()) {
            open(context, WatchedGroups.STORE, StateSerdes.watchedGroup());
            open(context, WatchedGroups.RECENT, StateSerdes.study());
        }
        stores.forEach(context::addStateStore);
        WatchProcessor processor =
                new WatchProcessor(SETTINGS, new MicrometerWatchMetrics(registry), StateFormat.newest());
        processor.init(context);
        return processor;
    }

    private static void observe(WatchProcessor processor, int studies) {
        for (int i = 0; i < studies; i++) {
            Study study =
                    new Study(Map.of(MonitoredFeature.LOCALITY, i / 10.0), Instant.ofEpochSecond(i), "study-" + i, 0);
            processor.process(new Record<>("unet@1", new GroupedStudy(CLINIC, study), i));
        }
    }

    private double gauge() {
        return registry.get("aggregator.watch.state")
                .tags("model", "unet@1", "site", "clinic")
                .gauge()
                .value();
    }

    @Test
    void aGroupThatIsQuietSinceTheStartHasItsGauge() {
        WatchProcessor before = start();
        observe(before, 10);
        assertEquals(1, gauge());
        before.close();
        assertTrue(registry.find("aggregator.watch.state").gauges().isEmpty());

        start();
        assertEquals(1, gauge());
    }

    @Test
    void aGroupThatStillLearnsHasItsGaugeAfterAStart() {
        WatchProcessor before = start();
        observe(before, 3);
        before.close();

        WatchProcessor after = start();
        assertEquals(0, gauge());
        observe(after, 7);
        assertEquals(1, gauge(), "the reference is gathered on");
    }

    private static void observe(WatchProcessor processor, Instant at, double locality) {
        Study study = new Study(Map.of(MonitoredFeature.LOCALITY, locality), at, "study-" + at, 0);
        processor.process(new Record<>("unet@1", new GroupedStudy(CLINIC, study), at.toEpochMilli()));
    }

    /** Points of five minutes that were forwarded, the newest per key. */
    private Map<String, DriftHistory> fiveMinutes() {
        Map<String, DriftHistory> points = new LinkedHashMap<>();
        context.forwarded().forEach(captured -> {
            if (captured.record().value() instanceof WatchEvent.Weighed weighed
                    && weighed.record().getWidthMillis() == 300_000) {
                points.put(captured.record().key(), weighed.record());
            }
        });
        return points;
    }

    @Test
    void anAlarmIsAPointAboveItsLineThoughTheEvidenceBeginsAnewWithIt() {
        WatchProcessor processor = start();
        observe(processor, 10);
        for (int second = 300; second < 599; second++) {
            observe(processor, Instant.ofEpochSecond(second), 50);
        }
        DriftHistory learning = fiveMinutes().get("unet@1|clinic|PREDICTION|300000|0");
        DriftHistory alarmed = fiveMinutes().get("unet@1|clinic|PREDICTION|300000|300000");

        assertEquals(10, learning.getStudies());
        assertEquals(0, learning.getGreatest());
        assertEquals(WatchState.OK, learning.getState(), "the tenth study completes the reference");
        assertEquals(299, alarmed.getStudies());
        assertTrue(alarmed.getGreatest() >= alarmed.getExpectedRunLength(), alarmed.toString());
        assertTrue(alarmed.getNewest() < alarmed.getGreatest(), alarmed.toString());
        assertEquals(WatchState.ALERT, alarmed.getState());
        assertEquals(Map.of("locality", 1.0), alarmed.getShares());
    }

    @Test
    void anIntervalGoesOnAfterAStart() {
        WatchProcessor before = start();
        observe(before, 4);
        before.close();
        observe(start(), 3);

        DriftHistory point = fiveMinutes().get("unet@1|clinic|PREDICTION|300000|0");
        assertEquals(7, point.getStudies());
        assertEquals(WatchState.LEARNING, point.getState());
    }

    @Test
    void aStudyFromTheFutureDoesNotHideThoseThatFollow() {
        WatchProcessor processor = start();
        observe(processor, CLOCK.plus(Duration.ofDays(4_000)), 0.5);
        context.setCurrentSystemTimeMs(CLOCK.plus(Duration.ofMinutes(10)).toEpochMilli());
        observe(processor, CLOCK.plus(Duration.ofMinutes(10)), 0.5);

        assertEquals(2, fiveMinutes().size(), fiveMinutes().keySet().toString());
    }
}
