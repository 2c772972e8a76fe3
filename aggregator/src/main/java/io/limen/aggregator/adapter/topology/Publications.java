package io.limen.aggregator.adapter.topology;

import io.limen.aggregator.adapter.topology.flow.GroupId;
import io.limen.aggregator.adapter.topology.flow.PaneId;
import io.limen.aggregator.adapter.topology.state.FleetModelState;
import io.limen.aggregator.adapter.topology.watch.WatchStatus;
import io.limen.aggregator.domain.statistics.GroupKey;
import io.limen.aggregator.domain.statistics.ModelOverview;
import io.limen.aggregator.domain.statistics.PerceptionStatistics;
import io.limen.aggregator.domain.strategy.ReferenceMode;
import io.limen.aggregator.domain.window.Pane;
import io.limen.aggregator.domain.window.TimeWindow;
import io.limen.aggregator.domain.window.WindowPosition;
import io.limen.schemas.GroupStatistics;
import io.limen.schemas.ModelKey;
import io.limen.schemas.ModelStatistics;
import io.limen.schemas.StatisticsHistory;
import io.limen.schemas.WindowStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes what is told from what is kept. */
final class Publications {

    private final StatisticsStores stores;
    private final WindowPanes panes;
    private final WatchStatus watches;

    Publications(StatisticsStores stores, WindowPanes panes, WatchStatus watches) {
        this.stores = stores;
        this.panes = panes;
        this.watches = watches;
    }

    /** The model's statistics, and its summary per reference mode. */
    List<Emission> of(ModelKey key) {
        ModelOverview overview = stores.model(key);
        List<GroupStatistics> records = new ArrayList<>();
        SortedMap<ReferenceMode, PerceptionStatistics> perModes = new TreeMap<>();
        for (GroupKey groupKey : overview.components().keySet()) {
            GroupId id = new GroupId(key, groupKey);
            KeptGroup group = stores.group(id);
            GroupStatistics record = StatisticsMapper.toRecord(groupKey, group, windows(id, group.position()));
            record.setDrift(watches.of(id).orElse(null));
            records.add(record);
            perModes.merge(groupKey.referenceMode(), group.statistics().perception(), PerceptionStatistics::merge);
        }
        List<Emission> emissions = new ArrayList<>();
        emissions.add(new Emission.Statistics(record(key, overview, records)));
        perModes.forEach((mode, perception) -> emissions.add(summary(key, mode, overview, perception)));
        return emissions;
    }

    /** A point of a chart. */
    Emission.Point point(PaneId id, Pane pane) {
        Map<String, Double> means = new TreeMap<>();
        Map<String, Double> deviations = new TreeMap<>();
        pane.perception().features().forEach((name, feature) -> {
            means.put(name, feature.moments().mean());
            feature.moments().deviation().ifPresent(deviation -> deviations.put(name, deviation));
        });
        return new Emission.Point(
                id.topicKey(),
                StatisticsHistory.newBuilder()
                        .setModel(id.group().model().model())
                        .setModelVersion(id.group().model().version())
                        .setSite(id.group().group().site())
                        .setReferenceMode(io.limen.schemas.ReferenceMode.valueOf(
                                id.group().group().referenceMode().name()))
                        .setStart(id.window().startOf(id.pane()))
                        .setWidthMillis(id.window().paneWidth().toMillis())
                        .setExplanations(pane.perception().explanations())
                        .setMeans(means)
                        .setDeviations(deviations)
                        .setClassCounts(
                                StatisticsMapper.byName(pane.perception().classCounts()))
                        .build());
    }

    private List<WindowStatistics> windows(GroupId id, WindowPosition position) {
        List<WindowStatistics> windows = new ArrayList<>();
        panes.mergedLast(id, position)
                .ifPresent(last -> windows.add(StatisticsMapper.toRecord("LAST", last.earliest(), last)));
        for (TimeWindow window : TimeWindow.values()) {
            panes.merged(id, window, position)
                    .ifPresent(merged -> windows.add(StatisticsMapper.toRecord(
                            window.name(), window.startOf(window.firstPane(merged.newest())), merged)));
        }
        return windows;
    }

    private static ModelStatistics record(ModelKey key, ModelOverview overview, List<GroupStatistics> groups) {
        return ModelStatistics.newBuilder()
                .setModel(key.model())
                .setModelVersion(key.version())
                .setExplanations(groups.stream()
                        .mapToLong(GroupStatistics::getExplanations)
                        .sum())
                .setDuplicatesDropped(overview.duplicatesDropped())
                .setUpdatedAt(overview.updatedAt())
                .setGroups(groups)
                .build();
    }

    private static Emission.Summary summary(
            ModelKey key, ReferenceMode mode, ModelOverview overview, PerceptionStatistics perception) {
        return new Emission.Summary(
                mode.name(),
                FleetModelState.newBuilder()
                        .setModel(key.model())
                        .setModelVersion(key.version())
                        .setUpdatedAt(overview.updatedAt())
                        .setExplanations(perception.explanations())
                        .setClassCounts(StatisticsMapper.byName(perception.classCounts()))
                        .setProfiles(StateMapper.toState(perception.profiles()))
                        .build());
    }
}
