package io.limen.explainer.adapter.kafka;

import io.limen.explainer.application.stream.StreamUnavailableException;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a record at the end of its own topic again, as it came and with its origin: the broker counts a copy's deliveries anew,
 * and we go on from where it was. Safe for use by several threads.
 */
final class Requeue {

    private static final Logger LOG = LoggerFactory.getLogger(Requeue.class);

    /** Brokers that are there take it sooner; the original keeps its lock meanwhile, and its worker waits. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final AcknowledgedSender sender;

    Requeue(AcknowledgedSender sender) {
        this.sender = sender;
    }

    /** Whether the brokers have it. One that they take although this says no is a copy too many, which is known by its origin. */
    boolean putBack(ConsumedRecord undone) {
        ConsumerRecord<byte[], byte[]> source = undone.source();
        RecordHeaders headers = new RecordHeaders(source.headers().toArray());
        CaseOrigin.of(source).after(undone.number()).writeTo(headers);
        try {
            sender.send(new ProducerRecord<>(source.topic(), null, source.key(), source.value(), headers), LIMIT);
            LOG.info("{} is put back undone: it comes again at the end of its topic", undone.place());
            return true;
        } catch (StreamUnavailableException | RecordTooLargeException e) {
            LOG.debug("{} could not be put back", undone.place(), e);
            return false;
        }
    }
}
