/** A broker in this process and made-up attributions: for tests, and for looking at the dashboard without a model. */
package io.limen.aggregator.rehearsal;
