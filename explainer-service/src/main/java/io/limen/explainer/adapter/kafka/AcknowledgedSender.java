package io.limen.explainer.adapter.kafka;

import io.limen.explainer.application.stream.StreamUnavailableException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends a record and waits until the brokers have it. Makes its producer when it is first needed, for a producer can't be
 * made while the brokers' names can't be resolved. Safe for use by several threads.
 */
public final class AcknowledgedSender implements AutoCloseable {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

    /** The producer has limits of its own. */
    private static final Duration NO_LIMIT = Duration.ofDays(1);

    private final Supplier<Producer<byte[], byte[]>> maker;
    private Producer<byte[], byte[]> producer;

    public AcknowledgedSender(KafkaAddress address) {
        this(() -> new KafkaProducer<>(
                address.producer(),
                new ByteArraySerializer(),
                address.framing().framing().serializer()));
    }

    AcknowledgedSender(Supplier<Producer<byte[], byte[]>> maker) {
        this.maker = maker;
    }

    /**
     * @throws StreamUnavailableException when the brokers did not acknowledge the record
     * @throws RecordTooLargeException when they never will
     */
    void send(ProducerRecord<byte[], byte[]> outgoing) {
        send(outgoing, NO_LIMIT);
    }

    /** The same, for who can't wait: when the time is over the record may be on its topic, or come there yet. */
    void send(ProducerRecord<byte[], byte[]> outgoing, Duration atMost) {
        try {
            producer().send(outgoing).get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw classified(outgoing.topic(), e.getCause());
        } catch (TimeoutException e) {
            throw unavailable(outgoing.topic(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(outgoing.topic(), e);
        } catch (InterruptException e) {
            // raised with the thread's flag set
            throw unavailable(outgoing.topic(), e);
        } catch (KafkaException e) {
            throw classified(outgoing.topic(), e);
        } catch (IllegalStateException e) {
            // the producer is closed already: no fault of the record's
            throw unavailable(outgoing.topic(), e);
        }
    }

    private static RuntimeException classified(String topic, Throwable cause) {
        return cause instanceof RecordTooLargeException tooLarge ? tooLarge : unavailable(topic, cause);
    }

    private static StreamUnavailableException unavailable(String topic, Throwable cause) {
        return new StreamUnavailableException("can't publish to " + topic + ": " + cause.getMessage(), cause);
    }

    private synchronized Producer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = maker.get();
        }
        return producer;
    }

    /** What is not acknowledged by now is not waited for: its case was not accepted either. */
    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(CLOSE_TIMEOUT);
        }
    }
}
