package io.limen.aggregator.adapter.topology;

import io.limen.aggregator.adapter.topology.state.FleetModelState;
import io.limen.aggregator.domain.heterogeneity.FleetHeterogeneity;
import io.limen.aggregator.domain.heterogeneity.ProfileSums;
import io.limen.schemas.FleetModel;
import io.limen.schemas.FleetStatistics;
import io.limen.schemas.ReferenceMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** From summaries of models to the record of the fleet. */
final class FleetMapper {

    private static final Comparator<FleetModelState> BY_NAME =
            Comparator.comparing(FleetModelState::getModel).thenComparing(FleetModelState::getModelVersion);

    private FleetMapper() {}

    static FleetStatistics toRecord(ReferenceMode mode, List<FleetModelState> summaries) {
        List<FleetModelState> models = summaries.stream().sorted(BY_NAME).toList();
        List<ProfileSums> profiles = models.stream()
                .map(model -> StateMapper.profiles(model.getProfiles()))
                .toList();
        boolean known = profiles.stream().anyMatch(each -> each.profiles() > 0);
        FleetHeterogeneity heterogeneity = FleetHeterogeneity.of(profiles);
        return FleetStatistics.newBuilder()
                .setReferenceMode(mode)
                .setUpdatedAt(models.stream()
                        .map(FleetModelState::getUpdatedAt)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH))
                .setModels(models.stream().map(FleetMapper::toRecord).toList())
                .setBetweenDivergence(known ? (Double) heterogeneity.between() : null)
                .setWithinDivergence(known ? (Double) heterogeneity.within() : null)
                .setDistances(FleetHeterogeneity.distances(profiles))
                .build();
    }

    private static FleetModel toRecord(FleetModelState model) {
        ProfileSums profiles = StateMapper.profiles(model.getProfiles());
        return FleetModel.newBuilder()
                .setModel(model.getModel())
                .setModelVersion(model.getModelVersion())
                .setExplanations(model.getExplanations())
                .setProfiles(profiles.profiles())
                .setClassCounts(new TreeMap<>(model.getClassCounts()))
                .setMeanProfile(FleetHeterogeneity.mean(profiles).cells())
                .build();
    }
}
