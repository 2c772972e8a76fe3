package io.limen.aggregator.bootstrap;

import io.limen.aggregator.adapter.dashboard.Fleet;
import io.limen.aggregator.adapter.dashboard.cases.CaseIndex;
import io.limen.aggregator.adapter.dashboard.cases.CaseReader;
import io.limen.aggregator.adapter.dashboard.cases.CaseTopics;
import io.limen.aggregator.adapter.dashboard.cases.CrowdedOut;

/** Fills the index of explanations, and lets go of what single ones are read by. */
final class CaseLifecycle {

    private final ReaderThread thread;
    private final CaseReader reader;

    CaseLifecycle(KafkaClients clients, CaseIndex index, CaseReader reader, Fleet fleet) {
        CaseTopics topics =
                new CaseTopics(index, clients.config().indexedExplanations(), new CrowdedOut(index, reader, fleet));
        this.thread = new ReaderThread(clients, topics, "cases");
        this.reader = reader;
    }

    void start() {
        thread.start();
    }

    void stop() throws InterruptedException {
        thread.stop();
        reader.close();
    }
}
