package io.limen.aggregator.adapter.topology.watch;

import io.limen.aggregator.adapter.topology.state.EvidenceState;
import io.limen.aggregator.adapter.topology.state.FeatureWatchState;
import io.limen.aggregator.adapter.topology.state.WatchingState;
import io.limen.aggregator.domain.drift.Bet;
import io.limen.aggregator.domain.drift.Evidence;
import io.limen.aggregator.domain.drift.FeatureWatch;
import io.limen.aggregator.domain.drift.MonitoredFeature;
import io.limen.aggregator.domain.drift.ReferenceCells;
import io.limen.aggregator.domain.drift.WatchState;
import io.limen.aggregator.domain.drift.Watching;
import java.util.EnumMap;
import java.util.Map;

/** Watches as version 1 kept them: read once, and kept anew with the group's next study. */
final class ReleasedWatch {

    private ReleasedWatch() {}

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
                evidence.put(
                        bet,
                        new Evidence(won.getSum(), won.getRun(), won.getOnset(), WatchMapper.moments(won.getSince())));
            }
        }
        return new FeatureWatch(
                state.getWeight(),
                new ReferenceCells(edges, counts),
                WatchMapper.moments(state.getReference()),
                evidence);
    }
}
