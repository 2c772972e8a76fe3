/** The stream from attributions to model statistics, in Kafka Streams. */
package io.limen.aggregator.adapter.topology;
