package io.limen.aggregator.adapter.topology;

import io.limen.aggregator.adapter.topology.flow.Arrival;
import io.limen.aggregator.adapter.topology.flow.SeenKeys;
import io.limen.aggregator.adapter.topology.flow.Traced;
import io.limen.aggregator.adapter.topology.watch.WatchTopology;
import io.limen.aggregator.application.ExplanationMetrics;
import io.limen.aggregator.domain.window.CountWindow;
import io.limen.schemas.Attribution;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/** Attributions, each counted once, become the running statistics of their model and of the fleet, and alerts. */
public final class AggregatorTopology {

    /** When which explanation was seen, milliseconds since the epoch. */
    static final String SEEN_EXPLANATIONS = "seen-explanations";

    private final ExplanationMetrics metrics;
    private final CountWindow last;
    private final WatchTopology watch;
    private final Tracer tracer;

    /**
     * A topology that is not built yet.
     *
     * @param last the window of the newest explanations by number
     * @param watch on each group
     */
    public AggregatorTopology(ExplanationMetrics metrics, CountWindow last, WatchTopology watch, Tracer tracer) {
        this.metrics = metrics;
        this.last = last;
        this.watch = watch;
        this.tracer = tracer;
    }

    /** The topology, every node named. */
    public Topology build() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(SeenKeys.store(SEEN_EXPLANATIONS));
        watch.addStores(builder);
        KStream<String, Arrival> arrivals = builder.stream(Topic.ATTRIBUTIONS.topicName(), attributions())
                .processValues(
                        () -> new Traced<>(tracer, "count attribution", SpanKind.CONSUMER),
                        Named.as("trace-attribution"))
                .processValues(() -> new AttributionReader(metrics), Named.as("read-attribution"))
                .processValues(RepeatDetector::new, Named.as("detect-repeat"), SEEN_EXPLANATIONS);
        FleetTopology.build(builder, new StatisticsTopology(metrics, last, watch).build(builder, arrivals));
        watch.build(builder, arrivals, CountedGroups::new, CountedGroups.STORES, tracer);
        return builder.build();
    }

    private static Consumed<String, Attribution> attributions() {
        return Consumed.with(Serdes.String(), (Serde<Attribution>) SingleObjectSerde.attribution())
                .withName("attributions");
    }
}
