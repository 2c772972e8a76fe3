package io.limen.aggregator.adapter.dashboard.alerts;

import io.limen.schemas.DriftCommand;
import io.limen.schemas.ModelKey;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what people tell the watch. */
public final class CommandPublisher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CommandPublisher.class);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    private final Supplier<Producer<String, byte[]>> producers;
    private final SingleObjectSerde<DriftCommand> serde = SingleObjectSerde.driftCommand();
    private Producer<String, byte[]> producer;

    /**
     * Connects with the first command.
     *
     * @param producers makes a producer that waits for all replicas
     */
    public CommandPublisher(Supplier<Producer<String, byte[]>> producers) {
        this.producers = producers;
    }

    /** Sends the command; false when the broker did not confirm it in time. */
    boolean send(DriftCommand command) throws InterruptedException {
        String key = new ModelKey(command.getModel(), command.getModelVersion()).toString();
        try {
            connected()
                    .send(new ProducerRecord<>(Topic.DRIFT_COMMANDS.topicName(), key, serde.encode(command)))
                    .get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("A command was not confirmed: {}", e.toString());
            return false;
        }
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(1));
        }
    }

    private synchronized Producer<String, byte[]> connected() {
        if (producer == null) {
            producer = producers.get();
        }
        return producer;
    }
}
