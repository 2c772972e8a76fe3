package io.limen.explainer.adapter.report;

import io.limen.explainer.adapter.report.ReportView.ChannelRow;
import io.limen.explainer.adapter.report.ReportView.ComponentRow;
import io.limen.explainer.adapter.report.ReportView.Network;
import io.limen.explainer.domain.component.AblationKind;
import io.limen.explainer.domain.component.Component;
import io.limen.explainer.domain.component.ComponentAnalysis;
import io.limen.explainer.domain.component.ComponentAnalysis.Measured;
import io.limen.explainer.domain.component.ComponentEffect;
import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the page shows of a network's components.
 *
 * @param measured what was found
 * @param kind of the effects that colour the picture
 * @param scale of the colours and the decimals
 */
record NetworkSection(Measured measured, AblationKind kind, ColourScale scale) {

    /** A table that is read; the rest is folded away. */
    private static final int ROWS = 16;

    private static final String MISSING = "\u2013";

    static Network of(ComponentAnalysis analysis) {
        return ComponentWords.nothing(analysis)
                .map(Network::nothing)
                .orElseGet(() -> of((Measured) analysis).view());
    }

    private static NetworkSection of(Measured measured) {
        AblationKind kind = measured.kind().orElseThrow();
        return new NetworkSection(
                measured, kind, ColourScale.of(measured.layers(kind).stream().mapToDouble(ComponentEffect::ate)));
    }

    private Network view() {
        List<ComponentRow> rows = rows();
        List<ComponentRow> strongest = rows.size() <= ROWS
                ? rows
                : rows.stream()
                        .sorted(Comparator.comparingDouble(ComponentRow::strength)
                                .reversed())
                        .limit(ROWS)
                        .toList();
        NetworkLayout layout = NetworkLayout.of(measured.components());
        return new Network(
                "",
                ComponentWords.lead(measured, scale.limit()),
                new RawString(new NetworkPicture(layout, new ComponentPaint(measured.layers(), kind, scale)).svg()),
                layout.labelled(),
                kind.label(),
                ReportPage.scale(scale),
                strongest,
                rows.size() <= ROWS ? List.of() : rows,
                channels(),
                ComponentWords.agreement(measured),
                Numbers.count(measured.forwards()));
    }

    private List<ComponentRow> rows() {
        double reach = measured.layers(kind).stream()
                .mapToDouble(effect -> Math.abs(effect.ate()) + effect.standardError())
                .max()
                .orElse(1);
        List<ComponentRow> rows = new ArrayList<>();
        int stages = 0;
        for (Component component :
                measured.components().stream().filter(Component::layer).toList()) {
            boolean skip = component.isSkip();
            stages += skip ? 0 : 1;
            rows.add(row(component, skip ? "" : String.valueOf(stages), reach));
        }
        return rows;
    }

    private ComponentRow row(Component component, String number, double reach) {
        Map<AblationKind, ComponentEffect> own = new LinkedHashMap<>();
        measured.layers().stream()
                .filter(effect -> effect.component().equals(component))
                .forEach(effect -> own.put(effect.kind(), effect));
        Optional<ComponentEffect> shown = Optional.ofNullable(own.get(kind));
        return new ComponentRow(
                number,
                component.name(),
                component.type().label(),
                ComponentWords.shape(component),
                points(own.get(AblationKind.RESAMPLE)),
                points(own.get(AblationKind.MEAN)),
                points(own.get(AblationKind.ZERO)),
                shown.map(effect -> String.valueOf(effect.draws())).orElse(MISSING),
                shown.map(effect -> Math.abs(effect.ate())).orElse(0.0),
                shown.map(effect -> effect.ate() < 0).orElse(false),
                shown.map(effect -> InfluentialBlocks.bar(
                                effect.ate(), effect.standardError(), Math.max(reach, Double.MIN_NORMAL)))
                        .orElse(null));
    }

    private List<ChannelRow> channels() {
        Map<String, Map<AblationKind, ComponentEffect>> byName = new LinkedHashMap<>();
        for (ComponentEffect effect : measured.channels()) {
            byName.computeIfAbsent(effect.name(), name -> new LinkedHashMap<>()).put(effect.kind(), effect);
        }
        double reach = ColourScale.of(measured.channels().stream().mapToDouble(ComponentEffect::ate))
                .limit();
        List<ChannelRow> rows = new ArrayList<>();
        byName.forEach((name, kinds) -> {
            ComponentEffect any = kinds.values().iterator().next();
            rows.add(new ChannelRow(
                    name,
                    any.component().type().label() + ", " + ComponentWords.shape(any.component()),
                    any.predicted().isPresent() ? Numbers.effect(any.predicted().getAsDouble(), reach) : MISSING,
                    points(kinds.get(AblationKind.ZERO), reach),
                    points(kinds.get(AblationKind.MEAN), reach),
                    points(kinds.get(AblationKind.RESAMPLE), reach)));
        });
        return rows;
    }

    private String points(ComponentEffect effect) {
        return points(effect, scale.limit());
    }

    private static String points(ComponentEffect effect, double reach) {
        return effect == null ? MISSING : ComponentWords.points(effect, reach);
    }
}
