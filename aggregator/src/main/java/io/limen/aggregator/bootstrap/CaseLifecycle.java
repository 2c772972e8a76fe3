package io.limen.aggregator.bootstrap;

import io.limen.aggregator.adapter.dashboard.cases.CaseIndex;
import io.limen.aggregator.adapter.dashboard.cases.CaseReader;
import io.limen.aggregator.adapter.dashboard.cases.CaseTopics;

/** Fills the index of explanations, and lets go of what single ones are read by. */
final class CaseLifecycle {

    private final ReaderThread thread;
    private final CaseReader reader;

    CaseLifecycle(KafkaClients clients, CaseIndex index, CaseReader reader) {
        this.thread =
                new ReaderThread(clients, new CaseTopics(index, clients.config().indexedExplanations()), "cases");
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
