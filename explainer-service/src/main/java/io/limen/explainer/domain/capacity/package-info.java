/** What a number of explanations a minute costs: devices, Kafka, the aggregator, and how long the watch takes. */
package io.limen.explainer.domain.capacity;
