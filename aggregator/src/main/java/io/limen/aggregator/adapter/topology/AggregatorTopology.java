package io.limen.aggregator.adapter.topology;

import io.limen.aggregator.application.ExplanationMetrics;
import io.limen.aggregator.domain.window.CountWindow;
import io.limen.schemas.Attribution;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import java.time.Duration;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Attributions, each counted once, become the running statistics of their model and of the fleet. */
public final class AggregatorTopology {

    /** When which explanation was seen, milliseconds since the epoch. */
    static final String SEEN_EXPLANATIONS = "seen-explanations";

    /** An explanation that comes again later is counted again: longer than any retry, short enough to bound the store. */
    static final Duration REMEMBERED = Duration.ofDays(7);

    private final ExplanationMetrics metrics;
    private final CountWindow last;

    /**
     * A topology that is not built yet.
     *
     * @param last the window of the newest explanations by number
     */
    public AggregatorTopology(ExplanationMetrics metrics, CountWindow last) {
        this.metrics = metrics;
        this.last = last;
    }

    /** The topology, every node named. */
    public Topology build() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(seenExplanations());
        KStream<String, Arrival> arrivals = builder.stream(Topic.ATTRIBUTIONS.topicName(), attributions())
                .processValues(() -> new AttributionReader(metrics), Named.as("read-attribution"))
                .processValues(RepeatDetector::new, Named.as("detect-repeat"), SEEN_EXPLANATIONS);
        FleetTopology.build(builder, new StatisticsTopology(metrics, last).build(builder, arrivals));
        return builder.build();
    }

    private static Consumed<String, Attribution> attributions() {
        return Consumed.with(Serdes.String(), (Serde<Attribution>) SingleObjectSerde.attribution())
                .withName("attributions");
    }

    /** Not a window store: an empty one keeps no offsets, and Kafka 4.3 then takes its task for corrupt at each start. */
    private static StoreBuilder<KeyValueStore<String, Long>> seenExplanations() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(SEEN_EXPLANATIONS), Serdes.String(), Serdes.Long());
    }
}
