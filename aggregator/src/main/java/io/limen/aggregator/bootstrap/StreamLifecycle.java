package io.limen.aggregator.bootstrap;

import io.limen.aggregator.adapter.metrics.MicrometerWatchMetrics;
import io.limen.aggregator.adapter.topology.AggregatorTopology;
import io.limen.aggregator.adapter.topology.state.StateFormat;
import io.limen.aggregator.adapter.topology.watch.WatchTopology;
import io.limen.aggregator.application.ExplanationMetrics;
import io.limen.aggregator.domain.drift.WatchSettings;
import io.limen.aggregator.domain.window.CountWindow;
import io.limen.schemas.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the stream once the broker, the topics and the schema registry that is set are there, keeps it going, and stops it within a bound. A stream that finds
 * no space for its state leaves its partitions to other instances, and starts anew when there is some.
 */
final class StreamLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StreamLifecycle.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final AggregatorConfig config;
    private final KafkaClients clients;
    private final ExplanationMetrics metrics;
    private final MeterRegistry registry;
    private final Tracing tracing;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread keeper = new Thread(this::keepRunning, "stream-keeper");
    private final StateDisk disk;
    private final ThreadReplacement replacement = new ThreadReplacement(InstantSource.system());
    private volatile KafkaStreams streams;
    private volatile KafkaStreamsMetrics streamMetrics;
    private volatile boolean failedToStart;
    private volatile boolean diskIsFull;
    private volatile Optional<String> awaited = Optional.empty();

    StreamLifecycle(KafkaClients clients, ExplanationMetrics metrics, MeterRegistry registry) {
        // what is wrong with it is to be known before the start
        KafkaAccess.of(clients.config());
        this.clients = clients;
        this.config = clients.config();
        this.disk = new StateDisk(config.stateDir());
        this.metrics = metrics;
        this.registry = registry;
        this.tracing = Tracing.open("limen-aggregator");
        StreamGauges.register(registry, this, config.stateDir());
    }

    void start() {
        keeper.setDaemon(true);
        keeper.start();
    }

    /** The state of the stream in a word; WAITING before broker, topics and registry are there, ERROR when it cannot start. */
    String state() {
        if (failedToStart) {
            return KafkaStreams.State.ERROR.name();
        }
        KafkaStreams current = streams;
        return current == null ? "WAITING" : current.state().name();
    }

    boolean isRunning() {
        KafkaStreams current = streams;
        return current != null && current.state() == KafkaStreams.State.RUNNING;
    }

    /** Whether only a restart helps. */
    boolean isBroken() {
        KafkaStreams current = streams;
        return failedToStart || (!diskIsFull && current != null && current.state() == KafkaStreams.State.ERROR);
    }

    /** What somebody has to see to before the stream can go on, one line. */
    Optional<String> obstacle() {
        return diskIsFull ? Optional.of(disk.noSpace()) : awaited;
    }

    void stop() throws InterruptedException {
        stopped.countDown();
        keeper.join(CLOSE_WITHIN.toMillis());
        close();
        tracing.close();
    }

    private void close() {
        KafkaStreams current = streams;
        if (current != null && !current.close(leavingTheGroup())) {
            LOG.warn("The stream did not close within {}; the broker will end its transaction", CLOSE_WITHIN);
        }
        if (streamMetrics != null) {
            streamMetrics.close();
        }
    }

    /** A member that leaves is not waited for: the next start, or another instance, goes on at once. */
    private static CloseOptions leavingTheGroup() {
        return CloseOptions.timeout(CLOSE_WITHIN)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP);
    }

    private void keepRunning() {
        try {
            if (topicsAreThere()) {
                do {
                    startUnlessDiskIsFull();
                } while (hasRoomAgain());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("The stream cannot start: {}", cause(e).toString());
            LOG.debug("The fault of the start", e);
            failedToStart = true;
        }
    }

    private void startUnlessDiskIsFull() {
        try {
            startStream();
        } catch (RuntimeException e) {
            if (!StateDisk.isFull(e)) {
                throw e;
            }
            LOG.debug("The fault of the start", e);
            tellFullDisk();
        }
    }

    /** Waits for the disk to be full, and then for room on it; false at the end. */
    private boolean hasRoomAgain() throws InterruptedException {
        while (!diskIsFull) {
            if (stopped.await(1, TimeUnit.SECONDS)) {
                return false;
            }
        }
        close();
        while (!disk.hasRoom()) {
            if (stopped.await(1, TimeUnit.SECONDS)) {
                return false;
            }
        }
        LOG.info("There is space for the state again: the stream goes on");
        diskIsFull = false;
        return stopped.getCount() > 0;
    }

    private void tellFullDisk() {
        if (!diskIsFull) {
            diskIsFull = true;
            LOG.error("The stream waits: {}", disk.noSpace());
        }
    }

    private boolean topicsAreThere() throws InterruptedException {
        TopicsAwaited topics = new TopicsAwaited(KafkaAccess.of(config));
        String reported = "";
        for (String missing = missing(topics); !missing.isEmpty(); missing = missing(topics)) {
            if (!missing.equals(reported)) {
                LOG.warn("Waiting: {}", missing);
                reported = missing;
            }
            if (stopped.await(1, TimeUnit.SECONDS)) {
                return false;
            }
        }
        return stopped.getCount() > 0;
    }

    private String missing(TopicsAwaited topics) throws InterruptedException {
        awaited = clients.framing().missing();
        return awaited.isPresent() ? awaited.get() : topics.missing();
    }

    private void startStream() {
        CountWindow last = CountWindow.atLeast(config.windows().last());
        AggregatorConfig.Drift drift = config.drift();
        WatchTopology watch = new WatchTopology(
                new WatchSettings(drift.reference(), drift.expectedRunTime()),
                drift.studyGap(),
                new MicrometerWatchMetrics(registry),
                new StateFormat(config.stateFormat()));
        KafkaStreams created = new KafkaStreams(
                new AggregatorTopology(metrics, last, watch, tracing.tracer()).build(), clients.stream(metrics));
        created.setUncaughtExceptionHandler(this::afterFault);
        created.setStateListener((now, before) -> LOG.info("Stream {} (was {})", now, before));
        streamMetrics = new KafkaStreamsMetrics(created);
        streamMetrics.bindTo(registry);
        streams = created;
        created.start();
    }

    private StreamThreadExceptionResponse afterFault(Throwable fault) {
        if (StateDisk.isFull(fault)) {
            LOG.debug("The fault of the stream thread", fault);
            tellFullDisk();
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        boolean replaced = replacement.permits();
        LOG.error(
                "A stream thread failed and {}: {}",
                replaced ? "is replaced" : "the stream ends",
                cause(fault).toString());
        LOG.debug("The fault of the stream thread", fault);
        return replaced ? StreamThreadExceptionResponse.REPLACE_THREAD : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private static Throwable cause(Throwable fault) {
        return fault.getCause() == null ? fault : fault.getCause();
    }
}
