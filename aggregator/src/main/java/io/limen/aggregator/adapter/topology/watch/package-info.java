/** From explanations to studies, from studies to the state of each group's watch, and the alerts that come of it. */
package io.limen.aggregator.adapter.topology.watch;
