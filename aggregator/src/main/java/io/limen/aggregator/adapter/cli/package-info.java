/** Commands of the aggregator. */
package io.limen.aggregator.adapter.cli;
