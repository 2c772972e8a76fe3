package io.limen.aggregator.adapter.topology.watch;

import io.limen.aggregator.adapter.topology.flow.GroupId;
import io.limen.aggregator.adapter.topology.state.OpenAlertState;
import io.limen.aggregator.domain.alert.Alert;
import io.limen.aggregator.domain.alert.AlertState;
import io.limen.aggregator.domain.alert.Change;
import io.limen.aggregator.domain.alert.Summary;
import io.limen.aggregator.domain.drift.Bet;
import io.limen.aggregator.domain.drift.DriftSource;
import io.limen.aggregator.domain.drift.MonitoredFeature;
import io.limen.aggregator.domain.statistics.GroupKey;
import io.limen.schemas.DriftAlert;
import io.limen.schemas.DriftState;
import io.limen.schemas.ModelKey;
import io.limen.schemas.ReferenceMode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An alert between the domain, what is kept of it, and the record on the topic. */
final class AlertMapper {

    private AlertMapper() {}

    static DriftAlert toRecord(GroupId id, Alert alert, double expectedRunLength) {
        ModelKey model = id.model();
        GroupKey group = id.group();
        Change change = alert.change();
        var deviation = change.reference().deviation();
        return DriftAlert.newBuilder()
                .setAlertId(alert.id())
                .setModel(model.model())
                .setModelVersion(model.version())
                .setSite(group.site())
                .setReferenceMode(ReferenceMode.valueOf(group.referenceMode().name()))
                .setState(DriftState.valueOf(alert.state().name()))
                .setFeature(change.feature().featureName())
                .setStatistic(alert.statistic())
                .setExpectedRunLength(expectedRunLength)
                .setReferenceMean(change.reference().mean())
                .setReferenceDeviation(deviation.isPresent() ? deviation.getAsDouble() : null)
                .setCurrentMean(change.current().count() > 0 ? change.current().mean() : null)
                .setReferenceStudies(alert.referenceStudies())
                .setStudiesSinceOnset(change.current().count())
                .setMoved(alert.moved().stream()
                        .map(source -> io.limen.schemas.DriftSource.valueOf(source.name()))
                        .toList())
                .setOnset(change.onset())
                .setRaisedAt(alert.at())
                .setShares(names(alert.shares()))
                .setSummary(Summary.of(alert))
                .setExampleExplanationIds(alert.examples())
                .build();
    }

    static OpenAlertState toState(Alert alert) {
        Change change = alert.change();
        return OpenAlertState.newBuilder()
                .setId(alert.id())
                .setState(alert.state().name())
                .setFeature(change.feature().featureName())
                .setDirection(change.direction().name())
                .setReference(WatchMapper.toState(change.reference()))
                .setCurrent(WatchMapper.toState(change.current()))
                .setOnset(change.onset())
                .setStatistic(alert.statistic())
                .setMoved(alert.moved().stream().map(DriftSource::name).toList())
                .setAt(alert.at())
                .setReferenceStudies(alert.referenceStudies())
                .setShares(names(alert.shares()))
                .setExamples(alert.examples())
                .build();
    }

    /** The alert; empty when its feature is one that this version no longer monitors. */
    static Optional<Alert> alert(OpenAlertState state) {
        return MonitoredFeature.named(state.getFeature())
                .map(feature -> new Alert(
                        state.getId(),
                        AlertState.valueOf(state.getState()),
                        new Change(
                                feature,
                                Bet.Direction.valueOf(state.getDirection()),
                                WatchMapper.moments(state.getReference()),
                                WatchMapper.moments(state.getCurrent()),
                                state.getOnset()),
                        state.getStatistic(),
                        state.getMoved().stream().map(DriftSource::valueOf).collect(Collectors.toSet()),
                        state.getAt(),
                        state.getReferenceStudies(),
                        features(state.getShares()),
                        state.getExamples()));
    }

    static Map<String, Double> names(Map<MonitoredFeature, Double> shares) {
        Map<String, Double> names = new TreeMap<>();
        shares.forEach((feature, share) -> names.put(feature.featureName(), share));
        return names;
    }

    private static Map<MonitoredFeature, Double> features(Map<String, Double> shares) {
        Map<MonitoredFeature, Double> features = new EnumMap<>(MonitoredFeature.class);
        shares.forEach(
                (name, share) -> MonitoredFeature.named(name).ifPresent(feature -> features.put(feature, share)));
        return features;
    }
}
