package io.limen.explainer.adapter.kafka;

import io.limen.explainer.application.stream.StreamUnavailableException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a record at the end of its own topic again, as it came. Safe for use by several threads. */
final class Requeue {

    private static final Logger LOG = LoggerFactory.getLogger(Requeue.class);

    private final AcknowledgedSender sender;

    Requeue(AcknowledgedSender sender) {
        this.sender = sender;
    }

    /** Whether the brokers have it. */
    boolean putBack(ConsumedRecord undone) {
        ConsumerRecord<byte[], byte[]> source = undone.source();
        try {
            sender.send(new ProducerRecord<>(source.topic(), null, source.key(), source.value(), source.headers()));
            LOG.info("{} is given back undone: it comes again at the end of its topic", undone.place());
            return true;
        } catch (StreamUnavailableException | RecordTooLargeException e) {
            LOG.debug("{} could not be put back", undone.place(), e);
            return false;
        }
    }
}
