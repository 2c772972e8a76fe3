/** What goes from one processor to the next, and what several of them keep. */
package io.limen.aggregator.adapter.topology.flow;
