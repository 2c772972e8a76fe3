package io.limen.aggregator.adapter.topology;

import io.limen.aggregator.adapter.topology.state.FeatureState;
import io.limen.aggregator.adapter.topology.state.GroupEntry;
import io.limen.aggregator.adapter.topology.state.ModelState;
import io.limen.aggregator.adapter.topology.state.PaneState;
import io.limen.aggregator.adapter.topology.state.PerceptionState;
import io.limen.aggregator.adapter.topology.state.ProfileSumsState;
import io.limen.aggregator.domain.heterogeneity.ProfileSums;
import io.limen.aggregator.domain.statistics.FeatureStatistics;
import io.limen.aggregator.domain.statistics.GroupKey;
import io.limen.aggregator.domain.statistics.ModelOverview;
import io.limen.aggregator.domain.statistics.NoiseVariance;
import io.limen.aggregator.domain.statistics.PerceptionStatistics;
import io.limen.aggregator.domain.statistics.RunningMoments;
import io.limen.aggregator.domain.statistics.Sample;
import io.limen.aggregator.domain.strategy.PerceptualStrategy;
import io.limen.aggregator.domain.strategy.Profile;
import io.limen.aggregator.domain.strategy.ReferenceMode;
import io.limen.aggregator.domain.window.Pane;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Models, panes and what they share between the domain and what the stores keep; nothing is rounded. */
final class StateMapper {

    private StateMapper() {}

    static ModelState toState(ModelOverview overview) {
        return ModelState.newBuilder()
                .setDuplicatesDropped(overview.duplicatesDropped())
                .setUpdatedAt(overview.updatedAt())
                .setGroups(overview.components().entrySet().stream()
                        .map(group -> new GroupEntry(
                                group.getKey().site(),
                                group.getKey().referenceMode().name(),
                                group.getValue()))
                        .toList())
                .build();
    }

    static ModelOverview overview(ModelState state) {
        SortedMap<GroupKey, Integer> components = new TreeMap<>();
        for (GroupEntry group : state.getGroups()) {
            components.put(
                    new GroupKey(group.getSite(), ReferenceMode.valueOf(group.getReferenceMode())),
                    group.getComponents());
        }
        return new ModelOverview(state.getDuplicatesDropped(), state.getUpdatedAt(), components);
    }

    static PaneState toState(long number, long width, Pane pane) {
        return PaneState.newBuilder()
                .setPane(number)
                .setWidth(width)
                .setEarliest(pane.earliest())
                .setNewest(pane.newest())
                .setPerception(toState(pane.perception()))
                .build();
    }

    static Pane pane(PaneState state) {
        return new Pane(perception(state.getPerception()), state.getEarliest(), state.getNewest());
    }

    static PerceptionState toState(PerceptionStatistics perception) {
        Map<String, FeatureState> features = new TreeMap<>();
        perception.features().forEach((name, statistics) -> features.put(name, toState(statistics)));
        return PerceptionState.newBuilder()
                .setExplanations(perception.explanations())
                .setFeatures(features)
                .setClassCounts(StatisticsMapper.byName(perception.classCounts()))
                .setProfiles(toState(perception.profiles()))
                .setExplained(perception.sample().explained())
                .setSquares(perception.sample().squares())
                .build();
    }

    static PerceptionStatistics perception(PerceptionState state) {
        SortedMap<String, FeatureStatistics> features = new TreeMap<>();
        state.getFeatures().forEach((name, feature) -> features.put(name, feature(feature)));
        return new PerceptionStatistics(
                state.getExplanations(),
                features,
                classCounts(state.getClassCounts()),
                profiles(state.getProfiles()),
                sample(state));
    }

    /** Of an earlier version every explanation stands for one case. */
    private static Sample sample(PerceptionState state) {
        return state.getExplained() < 0
                ? Sample.ofAll(state.getExplanations())
                : new Sample(state.getExplained(), state.getSquares());
    }

    static FeatureState toState(FeatureStatistics statistics) {
        RunningMoments moments = statistics.moments();
        return FeatureState.newBuilder()
                .setCount(moments.count())
                .setMean(moments.mean())
                .setM2(moments.m2())
                .setMin(moments.min())
                .setMax(moments.max())
                .setNoiseCount(statistics.noise().count())
                .setNoiseMean(statistics.noise().mean())
                .build();
    }

    static FeatureStatistics feature(FeatureState state) {
        return new FeatureStatistics(
                new RunningMoments(state.getCount(), state.getMean(), state.getM2(), state.getMin(), state.getMax()),
                new NoiseVariance(state.getNoiseCount(), state.getNoiseMean()));
    }

    static ProfileSumsState toState(ProfileSums profiles) {
        return ProfileSumsState.newBuilder()
                .setProfiles(profiles.profiles())
                .setSum(profiles.profiles() == 0 ? List.of() : profiles.sum().cells())
                .setEntropySum(profiles.entropySum())
                .setNoiseEstimates(profiles.noiseEstimates())
                .setNoiseSum(profiles.noiseSum())
                .build();
    }

    static ProfileSums profiles(ProfileSumsState state) {
        return new ProfileSums(
                state.getProfiles(),
                state.getSum().isEmpty() ? Profile.ZERO : new Profile(state.getSum()),
                state.getEntropySum(),
                state.getNoiseEstimates(),
                state.getNoiseSum());
    }

    static Map<PerceptualStrategy, Long> classCounts(Map<String, Long> byName) {
        Map<PerceptualStrategy, Long> counts = new TreeMap<>();
        byName.forEach((name, count) -> counts.put(PerceptualStrategy.valueOf(name), count));
        return counts;
    }
}
