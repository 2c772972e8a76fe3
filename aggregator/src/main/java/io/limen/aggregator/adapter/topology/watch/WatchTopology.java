package io.limen.aggregator.adapter.topology.watch;

import io.limen.aggregator.adapter.topology.flow.Arrival;
import io.limen.aggregator.adapter.topology.flow.SeenKeys;
import io.limen.aggregator.adapter.topology.flow.Traced;
import io.limen.aggregator.adapter.topology.state.StateFormat;
import io.limen.aggregator.application.WatchMetrics;
import io.limen.aggregator.domain.drift.WatchSettings;
import io.limen.schemas.DriftAlert;
import io.limen.schemas.DriftCommand;
import io.limen.schemas.DriftHistory;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** From explanations, each once, and from what people say, to alerts and to points of how far the evidence got. */
public final class WatchTopology {

    private final WatchSettings settings;
    private final Duration studyGap;
    private final WatchMetrics metrics;
    private final StateFormat format;

    /**
     * Not built yet.
     *
     * @param studyGap how long no case must have come before a study is complete
     */
    public WatchTopology(WatchSettings settings, Duration studyGap, WatchMetrics metrics) {
        this(settings, studyGap, metrics, StateFormat.newest());
    }

    /**
     * Not built yet.
     *
     * @param studyGap as above
     * @param format of what is kept
     */
    public WatchTopology(WatchSettings settings, Duration studyGap, WatchMetrics metrics, StateFormat format) {
        this.format = format;
        this.settings = settings;
        this.studyGap = studyGap;
        this.metrics = metrics;
    }

    /** Adds what it keeps, which must be there before anything that reads it. */
    public void addStores(StreamsBuilder builder) {
        builder.addStateStore(OpenStudies.store())
                .addStateStore(SeenKeys.store(StudyGatherer.CLOSED_STUDIES))
                .addStateStore(WatchedGroups.store(format))
                .addStateStore(WatchedGroups.recent());
    }

    /** Where the watches stand, for a processor that was given {@link WatchStatus#STORE}. */
    public WatchStatus status(ProcessorContext<?, ?> context) {
        return new WatchStatus(context, settings);
    }

    /**
     * Adds it behind the arrivals.
     *
     * @param groups finds out which groups are counted
     * @param groupStores what it reads for that
     * @param tracer begins the span of an alert, in the trace of the case that raised it
     */
    public void build(
            StreamsBuilder builder,
            KStream<String, Arrival> arrivals,
            Function<ProcessorContext<?, ?>, KnownGroups> groups,
            List<String> groupStores,
            Tracer tracer) {
        var branches = arrivals.process(
                        () -> new StudyGatherer(studyGap, metrics, groups),
                        Named.as("gather-study"),
                        stores(groupStores, OpenStudies.STORE, StudyGatherer.CLOSED_STUDIES))
                .process(
                        () -> new WatchProcessor(settings, metrics, format),
                        Named.as("watch-group"),
                        WatchedGroups.STORE,
                        WatchedGroups.RECENT)
                .split(Named.as("watched"))
                .branch((key, event) -> event instanceof WatchEvent.Alerted, Branched.as("-alerts"))
                .branch((key, event) -> event instanceof WatchEvent.Weighed, Branched.as("-evidence"))
                .noDefaultBranch();
        branches.get("watched-alerts")
                .mapValues(event -> ((WatchEvent.Alerted) event).record(), Named.as("alert-of-group"))
                .processValues(() -> new Traced<>(tracer, "raise alert", SpanKind.PRODUCER), Named.as("trace-alert"))
                .to(Topic.DRIFT_ALERTS.topicName(), alerts("drift-alerts"));
        branches.get("watched-evidence")
                .mapValues(event -> ((WatchEvent.Weighed) event).record(), Named.as("evidence-of-group"))
                .to(Topic.DRIFT_HISTORY.topicName(), evidence());
        builder.stream(Topic.DRIFT_COMMANDS.topicName(), commands())
                .process(
                        () -> new CommandProcessor(settings, metrics, groups),
                        Named.as("obey-command"),
                        stores(groupStores, WatchedGroups.STORE, WatchedGroups.RECENT))
                .to(Topic.DRIFT_ALERTS.topicName(), alerts("drift-alerts-over"));
    }

    private static String[] stores(List<String> others, String... own) {
        return Stream.concat(Stream.of(own), others.stream()).toArray(String[]::new);
    }

    private static Consumed<String, DriftCommand> commands() {
        return Consumed.with(Serdes.String(), (Serde<DriftCommand>) SingleObjectSerde.driftCommand())
                .withName("drift-commands");
    }

    private static Produced<String, DriftHistory> evidence() {
        return Produced.with(Serdes.String(), (Serde<DriftHistory>) SingleObjectSerde.driftHistory())
                .withName("drift-history");
    }

    private static Produced<String, DriftAlert> alerts(String name) {
        return Produced.with(Serdes.String(), (Serde<DriftAlert>) SingleObjectSerde.driftAlert())
                .withName(name);
    }
}
