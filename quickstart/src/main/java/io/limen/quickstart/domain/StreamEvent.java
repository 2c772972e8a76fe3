package io.limen.quickstart.domain;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One thing that happened on the topics. */
public sealed interface StreamEvent {

    /**
     * A case was explained.
     *
     * @param caseId unique in the stream
     * @param baselineDice percentage points, [0,100]
     * @param strategy class of the strategy
     * @param forwards forward passes spent, images
     * @param elapsed wall-clock of the explanation
     * @param cutShort the budget ended before the map's class could be told
     */
    record Explained(
            Group group,
            String caseId,
            double baselineDice,
            String strategy,
            long forwards,
            Duration elapsed,
            boolean cutShort)
            implements StreamEvent {}

    /**
     * A record could not be explained.
     *
     * @param origin topic, partition and offset it came from: unique in the stream
     * @param caseId the record's key, or a dash
     * @param site where its model runs; empty when the record cannot be read
     * @param reason one line
     */
    record Rejected(String origin, String caseId, Optional<String> site, String reason) implements StreamEvent {}

    /**
     * The aggregator published the statistics of a model.
     *
     * @param model {@code model@version}
     * @param groups every group of the model
     */
    record StatisticsPublished(String model, Map<Group, GroupFigures> groups) implements StreamEvent {
        public StatisticsPublished {
            groups = Map.copyOf(new TreeMap<>(groups));
        }
    }

    /** The aggregator told of a change in how a model perceives, or that an earlier notice has another state. */
    record DriftReported(DriftNotice notice) implements StreamEvent {}
}
