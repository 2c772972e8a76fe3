/** What the stream keeps: records that no other service knows, and their encodings. */
package io.limen.aggregator.adapter.topology.state;
