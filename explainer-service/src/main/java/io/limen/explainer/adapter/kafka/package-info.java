/** The stream in Kafka: a consumer group hands out cases, attributions and rejected cases are produced. */
package io.limen.explainer.adapter.kafka;
