package io.limen.explainer.adapter.kafka;

import io.limen.explainer.application.stream.Delivery;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** A delivery with the record it came from. */
record ConsumedRecord(ConsumerRecord<byte[], byte[]> source, Content content, int number) implements Delivery {

    TopicPartition partition() {
        return new TopicPartition(source.topic(), source.partition());
    }

    /** For the log: where the record lies, nothing of what it says. */
    String place() {
        return "offset " + source.offset() + " of " + partition();
    }
}
