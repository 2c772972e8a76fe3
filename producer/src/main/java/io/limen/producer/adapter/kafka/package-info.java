/** Publishing to Kafka. */
package io.limen.producer.adapter.kafka;
