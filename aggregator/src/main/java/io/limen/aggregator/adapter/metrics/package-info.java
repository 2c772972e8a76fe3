/** Metrics in Micrometer. */
package io.limen.aggregator.adapter.metrics;
