package io.limen.aggregator.bootstrap;

import io.limen.aggregator.adapter.dashboard.TopicReader;
import java.time.Duration;

/** A thread that reads topics as long as the process lives. */
final class ReaderThread {

    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);

    private final TopicReader reader;
    private final Thread thread;

    /**
     * Not started yet.
     *
     * @param name of the thread; of the consumer too, for the broker's log and metrics
     */
    ReaderThread(KafkaClients clients, TopicReader.Sink sink, String name) {
        this.reader = new TopicReader(sink, () -> clients.consumer(name));
        this.thread = new Thread(reader, name + "-reader");
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    void stop() throws InterruptedException {
        reader.close();
        thread.join(STOP_WITHIN.toMillis());
    }
}
