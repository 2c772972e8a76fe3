package io.limen.aggregator.bootstrap;

import io.limen.aggregator.adapter.dashboard.Fleet;
import io.limen.aggregator.adapter.dashboard.cases.CaseIndex;
import io.limen.aggregator.adapter.dashboard.cases.CaseReader;
import io.limen.aggregator.adapter.dashboard.cases.CaseTopics;
import io.limen.aggregator.adapter.dashboard.cases.CrowdedOut;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Fills the index of explanations, and lets go of what single ones are read by. */
final class CaseLifecycle {

    private static final long STOP_WITHIN_SECONDS = 3;

    private final ReaderThread thread;
    private final CaseReader reader;
    private final CrowdedOut crowdedOut;
    private final ExecutorService lookups = Executors.newSingleThreadExecutor(task -> {
        Thread looking = new Thread(task, "crowded-out");
        looking.setDaemon(true);
        return looking;
    });

    CaseLifecycle(KafkaClients clients, CaseIndex index, CaseReader reader, Fleet fleet) {
        this.crowdedOut = new CrowdedOut(index, reader, fleet);
        CaseTopics topics =
                new CaseTopics(index, clients.config().indexedExplanations(), () -> lookups.execute(crowdedOut));
        this.thread = new ReaderThread(clients, topics, "cases");
        this.reader = reader;
    }

    void start() {
        thread.start();
    }

    void stop() throws InterruptedException {
        crowdedOut.close();
        thread.stop();
        lookups.shutdown();
        lookups.awaitTermination(STOP_WITHIN_SECONDS, TimeUnit.SECONDS);
        reader.close();
    }
}
