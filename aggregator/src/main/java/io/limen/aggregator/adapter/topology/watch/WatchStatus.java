package io.limen.aggregator.adapter.topology.watch;

import io.limen.aggregator.adapter.topology.flow.GroupId;
import io.limen.aggregator.adapter.topology.state.WatchedGroupState;
import io.limen.aggregator.domain.alert.Alert;
import io.limen.aggregator.domain.drift.WatchSettings;
import io.limen.schemas.DriftStatus;
import io.limen.schemas.WatchState;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** Where the watch on a group stands, for the statistics of its model. */
public final class WatchStatus {

    /** The store that it reads. */
    public static final String STORE = WatchedGroups.STORE;

    private final KeyValueStore<String, WatchedGroupState> groups;
    private final WatchSettings settings;

    /**
     * Over the store of watches.
     *
     * @param context of a processor that was given the store
     */
    WatchStatus(ProcessorContext<?, ?> context, WatchSettings settings) {
        this.groups = context.getStateStore(STORE);
        this.settings = settings;
    }

    /** Where the watch stands; empty before it has seen a study of the group. */
    public Optional<DriftStatus> of(GroupId group) {
        return Optional.ofNullable(groups.get(group.storeKey())).map(this::status);
    }

    private DriftStatus status(WatchedGroupState kept) {
        DriftStatus.Builder status = DriftStatus.newBuilder()
                .setExpectedRunLength(settings.expectedRunLength())
                .setReferenceWanted(settings.referenceStudies())
                .setAlertId(Optional.ofNullable(kept.getOpen())
                        .flatMap(AlertMapper::alert)
                        .map(Alert::id)
                        .orElse(null));
        return WatchedGroups.Kept.watching(kept)
                .map(watching -> status.setState(
                                WatchState.valueOf(watching.state().name()))
                        .setSince(watching.since())
                        .setStatistic(watching.statistic())
                        .setReferenceStudies(watching.rankedAmong())
                        .setStudies(watching.studies())
                        .setShares(AlertMapper.names(watching.shares()))
                        .build())
                .orElseGet(() -> status.setState(WatchState.LEARNING)
                        .setSince(Instant.EPOCH)
                        .setStatistic(0)
                        .setReferenceStudies(WatchedGroups.Kept.gathering(kept))
                        .setStudies(0)
                        .setShares(Map.of())
                        .build());
    }
}
