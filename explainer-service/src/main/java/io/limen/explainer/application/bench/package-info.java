/**
 * The use case {@code Bench}: what a map costs under the published and under the adaptive schedule, and how far each is from
 * an oracle.
 */
package io.limen.explainer.application.bench;
