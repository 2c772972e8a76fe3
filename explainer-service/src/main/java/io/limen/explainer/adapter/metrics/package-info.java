/** Figures of the work in Micrometer. */
package io.limen.explainer.adapter.metrics;
