package io.limen.quickstart.bootstrap;

import io.limen.quickstart.adapter.broker.EmbeddedBroker;
import io.limen.quickstart.adapter.process.ChildProcess;
import io.limen.quickstart.adapter.process.FreePort;
import io.limen.quickstart.adapter.process.ServiceProcess;
import io.limen.quickstart.adapter.stream.KafkaEventStream;
import io.limen.quickstart.application.EventStream;
import io.limen.quickstart.application.Stage;
import io.limen.quickstart.domain.DemoPlan;
import io.limen.quickstart.domain.PartFailure;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The real stage. Closed by the thread that built it, or by the one that runs when the process is told to stop. */
final class DemoStage implements Stage, AutoCloseable {

    private static final int USUAL_BROKER_PORT = 9092;
    private static final int DELETE_ATTEMPTS = 20;

    private final DemoSettings settings;
    private final RunFolder folder = RunFolder.create();
    private final List<ChildProcess> children = new CopyOnWriteArrayList<>();
    private volatile boolean stopping;
    private volatile boolean closed;
    private EmbeddedBroker broker;
    private ServiceProcess explainer;
    private ServiceProcess aggregator;
    private ChildProcess producer;

    DemoStage(DemoSettings settings) {
        this.settings = settings;
        BrokerLog.sendTo(folder.folder("logs").resolve("broker.log"));
    }

    @Override
    public synchronized void startBroker() {
        requireOpen();
        int brokerPort = FreePort.atOrAbove(USUAL_BROKER_PORT);
        broker = EmbeddedBroker.start(folder.path().resolve("broker"), brokerPort, FreePort.any());
        broker.createTopics();
    }

    @Override
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    @Override
    public synchronized List<String> startServices() {
        requireOpen();
        explainer = settings.installation()
                .service("explainer-service")
                .start(settings.explainerOptions(bootstrapServers()), FreePort.any(), folder.folder("explainer"));
        children.add(explainer.process());
        List<String> options = settings.aggregatorOptions(bootstrapServers(), folder.folder("state"));
        int port = FreePort.atOrAbove(settings.port());
        aggregator = settings.installation().service("aggregator").start(options, port, folder.folder("aggregator"));
        children.add(aggregator.process());
        return port == settings.port()
                ? List.of()
                : List.of("port " + settings.port() + " is taken: the dashboard gets port " + port);
    }

    @Override
    public Optional<PartFailure> awaitServices(Duration limit) {
        Instant deadline = Instant.now().plus(limit);
        Optional<PartFailure> failure = aggregator.awaitReady(deadline);
        return failure.isPresent() ? failure : explainer.awaitReady(deadline);
    }

    @Override
    public URI dashboard() {
        return aggregator.address();
    }

    /** Where the explainer answers probes and whoever collects metrics. */
    URI explainer() {
        return explainer.address();
    }

    @Override
    public synchronized void publish(DemoPlan plan) {
        requireOpen();
        List<String> arguments = new ArrayList<>(List.of("publish", "--phantoms", String.valueOf(plan.cases())));
        arguments.addAll(List.of("--site", DemoPlan.SITE));
        plan.scenario().models().forEach(model -> arguments.addAll(List.of("--model", model)));
        arguments.addAll(List.of("--scenario", plan.scenario().phantoms(), "--bootstrap", bootstrapServers()));
        producer = ChildProcess.start(settings.installation().producer(arguments, folder.folder("producer")));
        children.add(producer);
    }

    @Override
    public EventStream events() {
        return new KafkaEventStream(bootstrapServers());
    }

    @Override
    public Optional<PartFailure> failure() {
        if (producer != null && producer.exitCode().orElse(0) != 0) {
            return producer.ended();
        }
        Optional<PartFailure> ended = explainer.process().ended();
        return ended.isPresent() ? ended : aggregator.process().ended();
    }

    @Override
    public boolean stopping() {
        return stopping;
    }

    /** Says that whatever ends from now on was asked to. */
    void announceStop() {
        stopping = true;
    }

    boolean closed() {
        return closed;
    }

    private void requireOpen() {
        if (closed) {
            throw new StoppedException();
        }
    }

    /** A step of the demo came after the end of it. */
    static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoppedException() {
            super("stopped");
        }
    }

    /** Kills what runs and deletes what was written as far as that goes at once; the process ends next. */
    void abandon() {
        stopping = true;
        children.forEach(ChildProcess::kill);
        for (int attempt = 0; attempt < DELETE_ATTEMPTS && !folder.delete(); attempt++) {
            Thread.onSpinWait();
        }
    }

    /** Stops the parts, those that read before those that are read from, and deletes the run's folder. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        stopping = true;
        children.forEach(ChildProcess::requestStop);
        children.forEach(ChildProcess::close);
        if (broker != null) {
            broker.close();
        }
        BrokerLog.close();
        folder.close();
    }
}
