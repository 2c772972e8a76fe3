package io.limen.aggregator.adapter.topology.watch;

import io.limen.aggregator.adapter.topology.state.EvidenceState;
import io.limen.aggregator.adapter.topology.state.FeatureWatchState;
import io.limen.aggregator.adapter.topology.state.MomentsState;
import io.limen.aggregator.adapter.topology.state.StudyState;
import io.limen.aggregator.adapter.topology.state.WatchingState;
import io.limen.aggregator.domain.drift.Bet;
import io.limen.aggregator.domain.drift.Evidence;
import io.limen.aggregator.domain.drift.FeatureWatch;
import io.limen.aggregator.domain.drift.MonitoredFeature;
import io.limen.aggregator.domain.drift.ReferenceCells;
import io.limen.aggregator.domain.drift.Study;
import io.limen.aggregator.domain.drift.WatchState;
import io.limen.aggregator.domain.drift.Watching;
import io.limen.aggregator.domain.statistics.RunningMoments;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A watch between the domain and what is kept of it; nothing is rounded. */
final class WatchMapper {

    private WatchMapper() {}

    static WatchingState toState(Watching watching) {
        Map<String, FeatureWatchState> features = new TreeMap<>();
        watching.features().forEach((feature, watch) -> features.put(feature.featureName(), toState(watch)));
        return new WatchingState(
                watching.state().name(),
                watching.since(),
                watching.referenceStudies(),
                watching.studies(),
                watching.calm(),
                features);
    }

    static Watching watching(WatchingState state) {
        Map<MonitoredFeature, FeatureWatch> features = new EnumMap<>(MonitoredFeature.class);
        // a feature that this version no longer monitors is left behind
        state.getFeatures()
                .forEach((name, watch) ->
                        MonitoredFeature.named(name).ifPresent(feature -> features.put(feature, featureWatch(watch))));
        return new Watching(
                features,
                WatchState.valueOf(state.getState()),
                state.getSince(),
                state.getReferenceStudies(),
                state.getStudies(),
                state.getCalm());
    }

    static StudyState toState(Study study) {
        Map<String, Double> values = new TreeMap<>();
        study.values().forEach((feature, value) -> values.put(feature.featureName(), value));
        return new StudyState(study.at(), study.exampleId(), study.lot(), values);
    }

    static Study study(StudyState state) {
        Map<MonitoredFeature, Double> values = new EnumMap<>(MonitoredFeature.class);
        state.getValues()
                .forEach(
                        (name, value) -> MonitoredFeature.named(name).ifPresent(feature -> values.put(feature, value)));
        return new Study(values, state.getAt(), state.getExampleId(), state.getLot());
    }

    static MomentsState toState(RunningMoments moments) {
        return new MomentsState(moments.count(), moments.mean(), moments.m2(), moments.min(), moments.max());
    }

    static RunningMoments moments(MomentsState state) {
        return new RunningMoments(state.getCount(), state.getMean(), state.getM2(), state.getMin(), state.getMax());
    }

    private static FeatureWatchState toState(FeatureWatch watch) {
        Map<String, EvidenceState> evidence = new TreeMap<>();
        watch.evidence()
                .forEach((bet, won) -> evidence.put(
                        bet.name(), new EvidenceState(won.sum(), won.run(), won.onset(), toState(won.since()))));
        List<Float> edges = new ArrayList<>();
        for (float edge : watch.cells().edges()) {
            edges.add(edge);
        }
        List<Long> counts = new ArrayList<>();
        for (long count : watch.cells().counts()) {
            counts.add(count);
        }
        return new FeatureWatchState(watch.weight(), edges, counts, toState(watch.reference()), evidence);
    }

    private static FeatureWatch featureWatch(FeatureWatchState state) {
        float[] edges = new float[state.getEdges().size()];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = state.getEdges().get(i);
        }
        long[] counts = state.getCounts().stream().mapToLong(Long::longValue).toArray();
        Map<Bet, Evidence> evidence = new EnumMap<>(Bet.class);
        for (Bet bet : Bet.values()) {
            EvidenceState won = state.getEvidence().get(bet.name());
            if (won != null) {
                evidence.put(bet, new Evidence(won.getSum(), won.getRun(), won.getOnset(), moments(won.getSince())));
            }
        }
        return new FeatureWatch(
                state.getWeight(), new ReferenceCells(edges, counts), moments(state.getReference()), evidence);
    }
}
