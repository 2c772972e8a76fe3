package io.limen.aggregator.adapter.topology;

import io.limen.aggregator.domain.statistics.ComponentEffect;
import io.limen.aggregator.domain.statistics.ComponentFindings;
import io.limen.aggregator.domain.statistics.ComponentKey;
import io.limen.aggregator.domain.statistics.ComponentShape;
import io.limen.aggregator.domain.statistics.ComponentStatistics;
import io.limen.aggregator.domain.statistics.NetworkStatistics;
import io.limen.schemas.Attribution;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A network's components between records and the domain; single channels are not counted, for they are others in every case. */
final class ComponentsMapper {

    /** The name of a class; keeps a model's record small whatever is on the topic. */
    private static final int LONGEST_TYPE = 60;

    private ComponentsMapper() {}

    static ComponentFindings findings(Attribution attribution) {
        List<ComponentEffect> effects = attribution.getComponents().stream()
                .filter(effect -> effect.getLayer() && effect.getChannel() < 0)
                .map(effect -> new ComponentEffect(
                        new ComponentKey(effect.getName(), effect.getKind()),
                        new ComponentShape(
                                shortened(effect.getType()),
                                effect.getChannels(),
                                effect.getHeight(),
                                effect.getWidth()),
                        effect.getAte(),
                        effect.getStandardError()))
                .toList();
        return new ComponentFindings(
                effects,
                Optional.ofNullable(attribution.getComponentAnalysis())
                        .flatMap(analysis -> Optional.ofNullable(analysis.getUnavailable()))
                        .map(LogLine::of));
    }

    static List<io.limen.schemas.ComponentStatistics> toRecords(NetworkStatistics network) {
        return network.components().entrySet().stream()
                .map(entry -> toRecord(entry.getKey(), entry.getValue()))
                .toList();
    }

    static NetworkStatistics fromRecord(io.limen.schemas.GroupStatistics group) {
        SortedMap<ComponentKey, ComponentStatistics> components = new TreeMap<>();
        for (io.limen.schemas.ComponentStatistics component : group.getComponents()) {
            components.put(
                    new ComponentKey(component.getName(), component.getKind()),
                    new ComponentStatistics(
                            new ComponentShape(
                                    component.getType(),
                                    component.getChannels(),
                                    component.getHeight(),
                                    component.getWidth()),
                            StatisticsMapper.moments(component.getEffect()),
                            component.getMeanStandardError()));
        }
        return new NetworkStatistics(
                components,
                group.getComponentEffectsLeftOut(),
                group.getComponentsUnavailable(),
                Optional.ofNullable(group.getComponentsUnavailableReason()));
    }

    private static io.limen.schemas.ComponentStatistics toRecord(ComponentKey key, ComponentStatistics statistics) {
        return io.limen.schemas.ComponentStatistics.newBuilder()
                .setName(key.name())
                .setKind(key.kind())
                .setType(statistics.shape().type())
                .setChannels(statistics.shape().channels())
                .setHeight(statistics.shape().height())
                .setWidth(statistics.shape().width())
                .setEffect(StatisticsMapper.toRecord(statistics.effect()))
                .setMeanStandardError(statistics.meanStandardError())
                .build();
    }

    /** Names of classes are ASCII; anything else would take up to three times the room. */
    private static String shortened(String type) {
        String cut = type.length() <= LONGEST_TYPE ? type : type.substring(0, LONGEST_TYPE);
        return cut.replaceAll("[^ -~]", "?");
    }
}
