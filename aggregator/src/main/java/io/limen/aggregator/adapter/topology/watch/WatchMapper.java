package io.limen.aggregator.adapter.topology.watch;

import io.limen.aggregator.adapter.topology.state.BetState;
import io.limen.aggregator.adapter.topology.state.MomentsState;
import io.limen.aggregator.adapter.topology.state.PackedWatchState;
import io.limen.aggregator.adapter.topology.state.RunState;
import io.limen.aggregator.adapter.topology.state.Standing;
import io.limen.aggregator.adapter.topology.state.StudyMean;
import io.limen.aggregator.adapter.topology.state.StudyState;
import io.limen.aggregator.adapter.topology.state.WatchedBet;
import io.limen.aggregator.adapter.topology.state.WatchedFeature;
import io.limen.aggregator.adapter.topology.state.WatchedFeatureState;
import io.limen.aggregator.domain.drift.Bet;
import io.limen.aggregator.domain.drift.Evidence;
import io.limen.aggregator.domain.drift.FeatureWatch;
import io.limen.aggregator.domain.drift.MonitoredFeature;
import io.limen.aggregator.domain.drift.Study;
import io.limen.aggregator.domain.drift.WatchState;
import io.limen.aggregator.domain.drift.Watching;
import io.limen.aggregator.domain.statistics.RunningMoments;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A watch between the domain and what is kept of it; nothing is rounded. */
final class WatchMapper {

    private WatchMapper() {}

    static PackedWatchState toState(Watching watching) {
        List<WatchedFeatureState> features = new ArrayList<>();
        watching.features().forEach((feature, watch) -> features.add(toState(feature, watch)));
        return new PackedWatchState(
                Standing.valueOf(watching.state().name()),
                watching.since(),
                watching.referenceStudies(),
                watching.studies(),
                watching.calm(),
                features);
    }

    static Watching watching(PackedWatchState state) {
        Map<MonitoredFeature, FeatureWatch> features = new EnumMap<>(MonitoredFeature.class);
        for (WatchedFeatureState kept : state.getFeatures()) {
            monitored(kept.getFeature()).ifPresent(feature -> features.put(feature, featureWatch(kept)));
        }
        return new Watching(
                features,
                WatchState.valueOf(state.getStanding().name()),
                state.getSince(),
                state.getReferenceStudies(),
                state.getStudies(),
                state.getCalm());
    }

    static StudyState toState(Study study) {
        List<StudyMean> means = new ArrayList<>();
        study.values().forEach((feature, mean) -> means.add(new StudyMean(watched(feature), mean)));
        return new StudyState(study.at(), study.exampleId(), study.lot(), Map.of(), means);
    }

    static Study study(StudyState state) {
        Map<MonitoredFeature, Double> values = new EnumMap<>(MonitoredFeature.class);
        state.getValues()
                .forEach(
                        (name, value) -> MonitoredFeature.named(name).ifPresent(feature -> values.put(feature, value)));
        for (StudyMean mean : state.getMeans()) {
            monitored(mean.getFeature()).ifPresent(feature -> values.put(feature, mean.getMean()));
        }
        return new Study(values, state.getAt(), state.getExampleId(), state.getLot());
    }

    static MomentsState toState(RunningMoments moments) {
        return new MomentsState(moments.count(), moments.mean(), moments.m2(), moments.min(), moments.max());
    }

    static RunningMoments moments(MomentsState state) {
        return new RunningMoments(state.getCount(), state.getMean(), state.getM2(), state.getMin(), state.getMax());
    }

    private static WatchedFeatureState toState(MonitoredFeature feature, FeatureWatch watch) {
        List<BetState> bets = new ArrayList<>();
        watch.evidence().forEach((bet, won) -> {
            if (!won.equals(Evidence.NONE)) {
                bets.add(new BetState(WatchedBet.valueOf(bet.name()), won.sum(), run(won)));
            }
        });
        return new WatchedFeatureState(
                watched(feature),
                watch.weight(),
                CellsMapper.edges(watch.cells()),
                CellsMapper.counts(watch.cells()),
                toState(watch.reference()),
                bets);
    }

    private static RunState run(Evidence won) {
        return won.run() > 0 ? new RunState(won.run(), won.onset(), toState(won.since())) : null;
    }

    private static FeatureWatch featureWatch(WatchedFeatureState state) {
        Map<Bet, Evidence> evidence = new EnumMap<>(Bet.class);
        for (BetState kept : state.getBets()) {
            RunState run = kept.getRun();
            evidence.put(
                    Bet.valueOf(kept.getBet().name()),
                    run == null
                            ? Evidence.NONE.withSum(kept.getSum())
                            : new Evidence(kept.getSum(), run.getLogarithm(), run.getOnset(), moments(run.getSince())));
        }
        return new FeatureWatch(
                state.getWeight(),
                CellsMapper.cells(state.getEdges(), state.getCounts()),
                moments(state.getReference()),
                evidence);
    }

    private static WatchedFeature watched(MonitoredFeature feature) {
        return WatchedFeature.valueOf(feature.name());
    }

    /** Empty for a feature that this version no longer monitors: it is left behind. */
    private static Optional<MonitoredFeature> monitored(WatchedFeature feature) {
        return MonitoredFeature.ofConstant(feature.name());
    }
}
