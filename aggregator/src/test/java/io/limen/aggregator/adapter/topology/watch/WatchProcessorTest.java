package io.limen.aggregator.adapter.topology.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.aggregator.adapter.metrics.MicrometerWatchMetrics;
import io.limen.aggregator.adapter.topology.flow.GroupId;
import io.limen.aggregator.adapter.topology.state.StateSerdes;
import io.limen.aggregator.domain.drift.MonitoredFeature;
import io.limen.aggregator.domain.drift.Study;
import io.limen.aggregator.domain.drift.WatchSettings;
import io.limen.aggregator.domain.statistics.GroupKey;
import io.limen.aggregator.domain.strategy.ReferenceMode;
import io.limen.schemas.DriftAlert;
import io.limen.schemas.ModelKey;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
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
        MockProcessorContext<String, DriftAlert> context = new MockProcessorContext<>();
        if (stores.isEmpty()) {
            open(context, WatchedGroups.STORE, StateSerdes.watchedGroup());
            open(context, WatchedGroups.RECENT, StateSerdes.study());
        }
        stores.forEach(context::addStateStore);
        WatchProcessor processor = new WatchProcessor(SETTINGS, new MicrometerWatchMetrics(registry));
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
}
