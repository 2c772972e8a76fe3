/** What topics still hold, read once from a point in time to their end. */
package io.limen.aggregator.adapter.retained;
