package io.limen.explainer.bootstrap;

import io.limen.explainer.adapter.kafka.AcknowledgedSender;
import io.limen.explainer.adapter.kafka.BacklogWatch;
import io.limen.explainer.adapter.kafka.BrokerRequirement;
import io.limen.explainer.adapter.kafka.BrokerWatch;
import io.limen.explainer.adapter.kafka.ConsumerGroup;
import io.limen.explainer.adapter.kafka.KafkaAddress;
import io.limen.explainer.adapter.kafka.KafkaAttributions;
import io.limen.explainer.adapter.kafka.KafkaTrials;
import io.limen.explainer.adapter.kafka.RegisteredSchemas;
import io.limen.explainer.adapter.kafka.RequiredTopics;
import io.limen.explainer.adapter.kafka.ShareGroup;
import io.limen.explainer.adapter.kafka.ShareGroupSetup;
import io.limen.explainer.adapter.kafka.TracedSource;
import io.limen.explainer.adapter.kafka.WorkGroup;
import io.limen.explainer.adapter.metrics.MicrometerMetrics;
import io.limen.explainer.adapter.metrics.OverloadGauges;
import io.limen.explainer.application.Engine;
import io.limen.explainer.application.stream.Admissions;
import io.limen.explainer.application.stream.Backoff;
import io.limen.explainer.application.stream.CaseExplainer;
import io.limen.explainer.application.stream.CaseQueue;
import io.limen.explainer.application.stream.CaseWorker;
import io.limen.explainer.application.stream.ExplanationMetrics;
import io.limen.explainer.application.stream.Quarantine;
import io.limen.explainer.application.stream.StopSignal;
import io.limen.explainer.application.stream.StreamStatus;
import io.limen.explainer.application.stream.Workers;
import io.limen.schemas.Tracing;
import io.limen.schemas.registry.AwaitedFraming;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** Wires what brings cases to the workers, and what becomes of them back to the stream. */
@Singleton
class StreamWiring {

    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(10));

    /** Loading a model in the middle of a case, and publishing to a broker that is slow to come back. */
    private static final Duration BESIDE_THE_BUDGET = Duration.ofMinutes(5);

    /** The rate at which cases come is a mean over a part of the time that a case may wait. */
    private static final int PARTS_OF_THE_PATIENCE = 4;

    private static final Duration LONGEST_MEMORY = Duration.ofMinutes(1);

    private final ExplainerConfig config;
    private final Engine engine;

    StreamWiring(CheckedConfig checked) {
        this.config = checked.config();
        this.engine = checked.engine();
    }

    @Produces
    @Singleton
    KafkaAddress address() {
        return new KafkaAddress(
                config.kafka().bootstrapServers(),
                ConfiguredSettings.security(config.kafka()),
                AwaitedFraming.of(ConfiguredSettings.registry(config.schemaRegistry())),
                config.kafka().group(),
                longestCase(config.explain().budget(), ConfiguredSettings.workers(config)));
    }

    /** A case that comes again is explained alone: it may have to wait until all others have, one after another. */
    static Duration longestCase(Duration budget, int workers) {
        return budget.multipliedBy(2L * workers).plus(BESIDE_THE_BUDGET);
    }

    @Produces
    @Singleton
    AcknowledgedSender sender(KafkaAddress address) {
        return new AcknowledgedSender(address);
    }

    @Produces
    @Singleton
    @Typed(BrokerWatch.class)
    BrokerWatch brokerWatch(KafkaAddress address, ShareGroupSetup setup, KafkaTrials trials) {
        Stream<BrokerRequirement> always =
                Stream.of(new RegisteredSchemas(address.framing()), new RequiredTopics(), trials);
        Stream<BrokerRequirement> sharing = ConfiguredSettings.sharing(config) ? Stream.of(setup) : Stream.of();
        return new BrokerWatch(address, Stream.concat(always, sharing).toList());
    }

    @Produces
    @Singleton
    @Typed(KafkaTrials.class)
    KafkaTrials trials(KafkaAddress address) {
        return new KafkaTrials(address);
    }

    @Produces
    @Singleton
    @Typed(ShareGroupSetup.class)
    ShareGroupSetup shareGroupSetup(KafkaAddress address) {
        return new ShareGroupSetup(address);
    }

    @Produces
    @Singleton
    @Typed(WorkGroup.class)
    WorkGroup workGroup(KafkaAddress address, ShareGroupSetup setup, AcknowledgedSender sender) {
        return ConfiguredSettings.sharing(config)
                ? new ShareGroup(address, setup, sender, ConfiguredSettings.workers(config))
                : new ConsumerGroup(address, sender, ConfiguredSettings.workers(config));
    }

    @Produces
    @Singleton
    @Typed(BacklogWatch.class)
    BacklogWatch backlogWatch(KafkaAddress address) {
        Duration memory = config.overload().patience().dividedBy(PARTS_OF_THE_PATIENCE);
        return new BacklogWatch(
                address,
                ConfiguredSettings.sharing(config),
                memory.compareTo(LONGEST_MEMORY) < 0 ? memory : LONGEST_MEMORY);
    }

    @Produces
    @Singleton
    Admissions admissions(BacklogWatch backlog, MeterRegistry registry) {
        Admissions admissions = new Admissions(ConfiguredSettings.overload(config), backlog, System::nanoTime);
        OverloadGauges.register(registry, admissions, backlog);
        return admissions;
    }

    @Produces
    @Singleton
    Tracing tracing() {
        return Tracing.open("limen-explainer");
    }

    @Produces
    @Singleton
    ExplanationMetrics metrics(MeterRegistry registry) {
        return new MicrometerMetrics(registry);
    }

    @Produces
    @Singleton
    @Typed(Workers.class)
    Workers workers(
            WorkGroup group,
            Quarantine quarantine,
            AcknowledgedSender sender,
            ExplanationMetrics metrics,
            StopSignal stop,
            Tracing tracing) {
        CaseQueue.Source cases = new TracedSource(group, tracing.tracer());
        KafkaAttributions attributions = new KafkaAttributions(sender, engine);
        return new Workers(
                ConfiguredSettings.workers(config),
                () -> new CaseWorker(cases, quarantine, attributions, metrics, InstantSource.system(), BACKOFF, stop),
                stop);
    }

    @Produces
    @Singleton
    Quarantine quarantine(CaseExplainer explainer, KafkaTrials trials, StopSignal stop) {
        return new Quarantine(explainer, trials, stop);
    }

    /** All that may stand between the workers and the stream. */
    @Produces
    @Singleton
    StreamStatus streamStatus(BrokerWatch watch, WorkGroup group, Workers workers, BacklogWatch backlog) {
        // who explains every case does as well without knowing how many wait
        Stream<StreamStatus> overload =
                ConfiguredSettings.overload(config).isPresent() ? Stream.of(backlog) : Stream.of();
        List<StreamStatus> all =
                Stream.concat(Stream.of(watch, workers, group), overload).toList();
        return () -> all.stream().flatMap(status -> status.obstacles().stream()).toList();
    }
}
