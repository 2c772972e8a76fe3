package io.limen.aggregator.adapter.topology;

import io.limen.aggregator.adapter.topology.state.FleetModelState;
import io.limen.schemas.ModelStatistics;
import io.limen.schemas.StatisticsHistory;

/** What the statistics tell others. */
sealed interface Emission {

    /** Key of the record on its topic. */
    String key();

    /** The statistics of a model as they are now; key model@version. */
    record Statistics(ModelStatistics record) implements Emission {
        @Override
        public String key() {
            return record.getModel() + "@" + record.getModelVersion();
        }
    }

    /** A point of a chart; key as {@link PaneId#topicKey}. */
    record Point(String key, StatisticsHistory record) implements Emission {}

    /** A model in one reference mode, for the fleet; key the mode. */
    record Summary(String key, FleetModelState record) implements Emission {}
}
