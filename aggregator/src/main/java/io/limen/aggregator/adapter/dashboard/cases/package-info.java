/** Single explanations by their id: an index in memory, their records read from the topics when somebody asks. */
package io.limen.aggregator.adapter.dashboard.cases;
