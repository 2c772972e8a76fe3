package io.limen.aggregator.adapter.topology;

import io.limen.aggregator.adapter.topology.state.ComponentState;
import io.limen.aggregator.adapter.topology.state.GroupState;
import io.limen.aggregator.domain.statistics.ComponentKey;
import io.limen.aggregator.domain.statistics.ComponentShape;
import io.limen.aggregator.domain.statistics.ComponentStatistics;
import io.limen.aggregator.domain.statistics.FeatureStatistics;
import io.limen.aggregator.domain.statistics.GroupStatistics;
import io.limen.aggregator.domain.statistics.NetworkStatistics;
import io.limen.aggregator.domain.statistics.NoiseVariance;
import io.limen.aggregator.domain.statistics.QuantileSketch;
import io.limen.aggregator.domain.strategy.Feature;
import io.limen.aggregator.domain.strategy.Profile;
import io.limen.aggregator.domain.window.WindowPosition;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Groups between the domain and what the store keeps; nothing is rounded. */
final class GroupMapper {

    private GroupMapper() {}

    static GroupState toState(KeptGroup group) {
        GroupStatistics statistics = group.statistics();
        Map<String, ByteBuffer> sketches = new TreeMap<>();
        statistics.sketches().forEach((name, sketch) -> sketches.put(name, ByteBuffer.wrap(sketch.encoded())));
        NetworkStatistics network = statistics.network();
        return GroupState.newBuilder()
                .setPerception(StateMapper.toState(statistics.perception()))
                .setProfileSum(statistics.profileSum().cells())
                .setSketches(sketches)
                .setComponents(network.components().entrySet().stream()
                        .map(component -> toState(component.getKey(), component.getValue()))
                        .toList())
                .setComponentEffectsLeftOut(network.leftOut())
                .setComponentsUnavailable(network.unavailable())
                .setComponentsUnavailableReason(network.reason().orElse(null))
                .setCounted(group.position().counted())
                .setNewest(group.position().newest().orElse(null))
                .setLate(group.position().late())
                .setAhead(group.position().ahead())
                .build();
    }

    static KeptGroup group(GroupState state) {
        return new KeptGroup(
                new GroupStatistics(
                        StateMapper.perception(state.getPerception()),
                        new Profile(state.getProfileSum()),
                        sketches(state.getSketches()),
                        network(state)),
                new WindowPosition(
                        state.getCounted(), Optional.ofNullable(state.getNewest()), state.getLate(), state.getAhead()));
    }

    private static SortedMap<String, QuantileSketch> sketches(Map<String, ByteBuffer> encoded) {
        SortedMap<String, QuantileSketch> sketches = new TreeMap<>();
        encoded.forEach((name, buffer) -> Feature.named(name).ifPresent(feature -> {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            sketches.put(name, QuantileSketch.decoded(feature.scale(), bytes));
        }));
        return sketches;
    }

    private static NetworkStatistics network(GroupState state) {
        SortedMap<ComponentKey, ComponentStatistics> components = new TreeMap<>();
        for (ComponentState component : state.getComponents()) {
            components.put(
                    new ComponentKey(component.getName(), component.getKind()),
                    new ComponentStatistics(
                            new ComponentShape(
                                    component.getType(),
                                    component.getChannels(),
                                    component.getHeight(),
                                    component.getWidth()),
                            StateMapper.feature(component.getEffect()).moments(),
                            component.getMeanStandardError()));
        }
        return new NetworkStatistics(
                components,
                state.getComponentEffectsLeftOut(),
                state.getComponentsUnavailable(),
                Optional.ofNullable(state.getComponentsUnavailableReason()));
    }

    private static ComponentState toState(ComponentKey key, ComponentStatistics statistics) {
        return ComponentState.newBuilder()
                .setName(key.name())
                .setKind(key.kind())
                .setType(statistics.shape().type())
                .setChannels(statistics.shape().channels())
                .setHeight(statistics.shape().height())
                .setWidth(statistics.shape().width())
                .setEffect(StateMapper.toState(new FeatureStatistics(statistics.effect(), NoiseVariance.EMPTY)))
                .setMeanStandardError(statistics.meanStandardError())
                .build();
    }
}
