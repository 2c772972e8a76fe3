package io.limen.explainer.adapter.kafka;

import io.limen.explainer.application.stream.Delivery;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A delivery with the record it came from. */
record ConsumedRecord(ConsumerRecord<byte[], byte[]> source, Content content) implements Delivery {}
