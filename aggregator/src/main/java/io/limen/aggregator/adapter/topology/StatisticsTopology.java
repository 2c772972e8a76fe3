package io.limen.aggregator.adapter.topology;

import io.limen.aggregator.adapter.topology.flow.Arrival;
import io.limen.aggregator.adapter.topology.state.FleetModelState;
import io.limen.aggregator.adapter.topology.watch.WatchStatus;
import io.limen.aggregator.adapter.topology.watch.WatchTopology;
import io.limen.aggregator.application.ExplanationMetrics;
import io.limen.aggregator.domain.window.CountWindow;
import io.limen.schemas.ModelStatistics;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.StatisticsHistory;
import io.limen.schemas.Topic;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/** From explanations, each once, to the statistics of models, points of charts, and summaries for the fleet. */
final class StatisticsTopology {

    private final ExplanationMetrics metrics;
    private final CountWindow last;
    private final WatchTopology watch;

    StatisticsTopology(ExplanationMetrics metrics, CountWindow last, WatchTopology watch) {
        this.metrics = metrics;
        this.last = last;
        this.watch = watch;
    }

    /**
     * Adds it behind the arrivals.
     *
     * @return summaries of models, by reference mode
     */
    KStream<String, FleetModelState> build(StreamsBuilder builder, KStream<String, Arrival> arrivals) {
        builder.addStateStore(StatisticsStores.perModel())
                .addStateStore(StatisticsStores.perGroup())
                .addStateStore(WindowPanes.store());
        KStream<String, Emission> told = arrivals.process(
                () -> new StatisticsProcessor(metrics, last, watch::status),
                Named.as("fold-into-statistics"),
                StatisticsStores.PER_MODEL,
                StatisticsStores.PER_GROUP,
                WindowPanes.STORE,
                WatchStatus.STORE);
        var branches = told.split(Named.as("told"))
                .branch((key, emission) -> emission instanceof Emission.Statistics, Branched.as("-statistics"))
                .branch((key, emission) -> emission instanceof Emission.Point, Branched.as("-points"))
                .branch((key, emission) -> emission instanceof Emission.Summary, Branched.as("-summaries"))
                .noDefaultBranch();
        branches.get("told-statistics")
                .mapValues(emission -> ((Emission.Statistics) emission).record(), Named.as("statistics-of-model"))
                .to(Topic.MODEL_STATISTICS.topicName(), statistics());
        branches.get("told-points")
                .mapValues(emission -> ((Emission.Point) emission).record(), Named.as("point-of-chart"))
                .to(Topic.STATISTICS_HISTORY.topicName(), history());
        return branches.get("told-summaries")
                .mapValues(emission -> ((Emission.Summary) emission).record(), Named.as("summary-of-model"));
    }

    private static Produced<String, ModelStatistics> statistics() {
        return Produced.with(Serdes.String(), (Serde<ModelStatistics>) SingleObjectSerde.modelStatistics())
                .withName("model-statistics");
    }

    private static Produced<String, StatisticsHistory> history() {
        return Produced.with(Serdes.String(), (Serde<StatisticsHistory>) SingleObjectSerde.statisticsHistory())
                .withName("statistics-history");
    }
}
