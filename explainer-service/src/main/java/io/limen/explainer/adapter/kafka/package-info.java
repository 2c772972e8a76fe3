/**
 * The stream in Kafka: a share group or a consumer group hands out cases, attributions and rejected cases are produced.
 */
package io.limen.explainer.adapter.kafka;
