package io.limen.aggregator.adapter.topology;

import io.limen.aggregator.adapter.topology.state.FleetModelState;
import io.limen.aggregator.adapter.topology.state.StateSerdes;
import io.limen.schemas.FleetStatistics;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/** From summaries of models to the statistics of the fleet: one task sees all models, for a fleet is a few hundred. */
final class FleetTopology {

    private FleetTopology() {}

    static void build(StreamsBuilder builder, KStream<String, FleetModelState> summaries) {
        builder.addStateStore(StatisticsStores.cached(FleetProcessor.STORE, StateSerdes.fleetModel()));
        summaries
                .repartition(Repartitioned.with(Serdes.String(), (Serde<FleetModelState>) StateSerdes.fleetModel())
                        .withName("fleet-summaries")
                        .withNumberOfPartitions(1))
                .process(FleetProcessor::new, Named.as("compare-models"), FleetProcessor.STORE)
                .to(
                        Topic.FLEET_STATISTICS.topicName(),
                        Produced.with(Serdes.String(), (Serde<FleetStatistics>) SingleObjectSerde.fleetStatistics())
                                .withName("fleet-statistics"));
    }
}
