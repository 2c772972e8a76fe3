package io.limen.aggregator.adapter.topology.watch;

import io.limen.aggregator.adapter.topology.flow.GroupId;
import io.limen.aggregator.adapter.topology.flow.PaneId;
import io.limen.aggregator.adapter.topology.state.EvidenceIntervalState;
import io.limen.aggregator.adapter.topology.state.FeatureShare;
import io.limen.aggregator.adapter.topology.state.Standing;
import io.limen.aggregator.adapter.topology.state.TrailWindow;
import io.limen.aggregator.adapter.topology.state.WatchedFeature;
import io.limen.aggregator.domain.drift.EvidenceInterval;
import io.limen.aggregator.domain.drift.EvidenceReading;
import io.limen.aggregator.domain.drift.EvidenceTrail;
import io.limen.aggregator.domain.drift.MonitoredFeature;
import io.limen.aggregator.domain.drift.WatchState;
import io.limen.aggregator.domain.window.TimeWindow;
import io.limen.schemas.DriftHistory;
import io.limen.schemas.ReferenceMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far the evidence got, between the domain, what is kept of it, and the record on the topic; nothing is rounded. */
final class TrailMapper {

    private TrailMapper() {}

    static String key(GroupId group, EvidenceInterval interval) {
        return new PaneId(group, interval.window(), interval.pane()).topicKey();
    }

    static DriftHistory toRecord(GroupId group, EvidenceInterval interval, double expectedRunLength) {
        return DriftHistory.newBuilder()
                .setModel(group.model().model())
                .setModelVersion(group.model().version())
                .setSite(group.group().site())
                .setReferenceMode(
                        ReferenceMode.valueOf(group.group().referenceMode().name()))
                .setStart(interval.start())
                .setWidthMillis(interval.window().paneWidth().toMillis())
                .setStudies(interval.studies())
                .setState(interval.state()
                        .map(state -> io.limen.schemas.WatchState.valueOf(state.name()))
                        .orElse(io.limen.schemas.WatchState.LEARNING))
                .setGreatest(interval.greatest().statistic())
                .setNewest(interval.newest())
                .setExpectedRunLength(expectedRunLength)
                .setShares(AlertMapper.names(interval.greatest().shares()))
                .build();
    }

    static List<EvidenceIntervalState> toState(EvidenceTrail trail) {
        return trail.intervals().stream().map(TrailMapper::toState).toList();
    }

    static EvidenceTrail trail(List<EvidenceIntervalState> states) {
        return new EvidenceTrail(states.stream().map(TrailMapper::interval).toList());
    }

    private static EvidenceIntervalState toState(EvidenceInterval interval) {
        List<FeatureShare> shares = new ArrayList<>();
        interval.greatest().shares().forEach((feature, share) -> {
            if (share > 0) {
                shares.add(new FeatureShare(WatchedFeature.valueOf(feature.name()), share));
            }
        });
        return new EvidenceIntervalState(
                TrailWindow.valueOf(interval.window().name()),
                interval.pane(),
                interval.studies(),
                interval.greatest().statistic(),
                interval.newest(),
                interval.state().map(state -> Standing.valueOf(state.name())).orElse(null),
                shares);
    }

    private static EvidenceInterval interval(EvidenceIntervalState state) {
        Map<MonitoredFeature, Double> shares = new EnumMap<>(MonitoredFeature.class);
        for (FeatureShare kept : state.getShares()) {
            MonitoredFeature.ofConstant(kept.getFeature().name())
                    .ifPresent(feature -> shares.put(feature, kept.getShare()));
        }
        return new EvidenceInterval(
                TimeWindow.valueOf(state.getWindow().name()),
                state.getPane(),
                state.getStudies(),
                new EvidenceReading(state.getGreatest(), shares),
                state.getNewest(),
                Optional.ofNullable(state.getStanding()).map(standing -> WatchState.valueOf(standing.name())));
    }
}
