package io.limen.aggregator.adapter.topology;

import io.limen.aggregator.adapter.topology.flow.Arrival;
import io.limen.aggregator.adapter.topology.state.StateSerdes;
import io.limen.aggregator.adapter.topology.watch.WatchStatus;
import io.limen.aggregator.domain.window.CountWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** Stores that outlive the processor, as on a disk: each {@link Life} is a process that starts with what the last one left. */
final class KeptStores {

    private final List<KeyValueStore<?, ?>> stores = new ArrayList<>();
    private final Serde<StoredModel> modelEncoding;

    KeptStores(Serde<StoredModel> modelEncoding) {
        this.modelEncoding = modelEncoding;
    }

    /** A processor that has started. */
    Life start() {
        MockProcessorContext<String, Emission> context = new MockProcessorContext<>();
        if (stores.isEmpty()) {
            open(context, StatisticsStores.PER_MODEL, modelEncoding);
            open(context, StatisticsStores.PER_GROUP, StateSerdes.group());
            open(context, WindowPanes.STORE, StateSerdes.pane());
            open(context, WatchStatus.STORE, StateSerdes.watchedGroup());
        }
        stores.forEach(context::addStateStore);
        StatisticsProcessor processor =
                new StatisticsProcessor(outcome -> {}, new CountWindow(100), SampleWatch.TOPOLOGY::status);
        processor.init(context);
        return new Life(context, processor);
    }

    @SuppressWarnings("unchecked")
    KeyValueStore<String, StoredModel> models() {
        return (KeyValueStore<String, StoredModel>) stores.get(0);
    }

    private <V> void open(MockProcessorContext<String, Emission> context, String name, Serde<V> values) {
        KeyValueStore<String, V> store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(name), Serdes.String(), values)
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        stores.add(store);
    }

    /** One life of a processor. */
    record Life(MockProcessorContext<String, Emission> context, StatisticsProcessor processor) {

        void process(String key, Arrival arrival, long now) {
            context.setCurrentSystemTimeMs(now);
            processor.process(new Record<>(key, arrival, now));
        }

        /** What is told by now, the newest per key. */
        Map<String, Emission> told(long now) {
            context.resetForwards();
            for (var punctuator : context.scheduledPunctuators()) {
                if (punctuator.getType() == PunctuationType.WALL_CLOCK_TIME
                        && punctuator.getInterval().compareTo(Duration.ZERO) > 0) {
                    punctuator.getPunctuator().punctuate(now);
                }
            }
            Map<String, Emission> told = new TreeMap<>();
            context.forwarded()
                    .forEach(forward ->
                            told.put(forward.record().key(), forward.record().value()));
            return told;
        }
    }
}
