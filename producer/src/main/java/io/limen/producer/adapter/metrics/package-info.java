/** Figures of the intake for Prometheus. */
package io.limen.producer.adapter.metrics;
