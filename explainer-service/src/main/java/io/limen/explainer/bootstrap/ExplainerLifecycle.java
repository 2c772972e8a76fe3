package io.limen.explainer.bootstrap;

import io.limen.explainer.adapter.kafka.AcknowledgedSender;
import io.limen.explainer.adapter.kafka.BacklogWatch;
import io.limen.explainer.adapter.kafka.BrokerWatch;
import io.limen.explainer.adapter.kafka.KafkaTrials;
import io.limen.explainer.application.stream.ModelPreload;
import io.limen.explainer.application.stream.StopSignal;
import io.limen.explainer.application.stream.Workers;
import io.limen.schemas.Tracing;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the work and ends it: models first, then the workers; at the end the workers first, so that no thread is inside
 * a forward pass when the process ends, then the connections.
 */
@Singleton
class ExplainerLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ExplainerLifecycle.class);

    private final ExplainerConfig config;
    private final ModelPreload preload;
    private final Workers workers;
    private final StopSignal stop;
    private final BrokerWatch watch;
    private final KafkaTrials trials;
    private final BacklogWatch backlog;
    private final AcknowledgedSender sender;
    private final Tracing tracing;
    private final Thread starter = new Thread(this::startWorkers, "model-preload");

    ExplainerLifecycle(
            ExplainerConfig config,
            ModelPreload preload,
            Workers workers,
            StopSignal stop,
            BrokerWatch watch,
            KafkaTrials trials,
            BacklogWatch backlog,
            AcknowledgedSender sender,
            Tracing tracing) {
        this.config = config;
        this.preload = preload;
        this.workers = workers;
        this.stop = stop;
        this.watch = watch;
        this.trials = trials;
        this.backlog = backlog;
        this.sender = sender;
        this.tracing = tracing;
    }

    void start(@Observes StartupEvent event) {
        ProcessEnvironment.advice().ifPresent(LOG::warn);
        starter.setDaemon(true);
        starter.start();
        watch.start();
        backlog.start();
    }

    private void startWorkers() {
        preload.load();
        if (!stop.requested()) {
            workers.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        LOG.info("stopping: no further case is taken, running ones have {} to end", config.shutdownTimeout());
        stop.request();
        starter.join();
        boolean ended = workers.drain(config.shutdownTimeout());
        watch.close();
        trials.close();
        backlog.close();
        sender.close();
        tracing.close();
        LOG.info(ended ? "all cases ended or were given back" : "a forward pass does not end");
    }
}
