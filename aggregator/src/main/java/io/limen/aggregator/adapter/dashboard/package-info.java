/** The dashboard: the newest state of the fleet, read from the topics, as JSON, as an event stream and as a page. */
package io.limen.aggregator.adapter.dashboard;
