package io.limen.explainer.application;

import io.limen.explainer.domain.component.AblationKind;
import io.limen.explainer.domain.component.ComponentEffect;
import io.limen.explainer.domain.component.ComponentIntervention;
import io.limen.explainer.domain.effect.EffectMoments;
import io.limen.explainer.domain.effect.RegionScore;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What interventions on one component did so far, per kind. A kind of which one intervention failed has no effect: the mean over the
 * donors that are left would be another quantity.
 */
final class ComponentDraws {

    private final Map<AblationKind, EffectMoments> moments = new EnumMap<>(AblationKind.class);
    private final Set<AblationKind> failed = EnumSet.noneOf(AblationKind.class);

    /** Those of the interventions whose kind has not failed. */
    List<ComponentIntervention> open(List<ComponentIntervention> interventions) {
        return interventions.stream()
                .filter(one -> !failed.contains(one.kind()))
                .toList();
    }

    /** The same interventions, those of one kind together. */
    static List<List<ComponentIntervention>> byKind(List<ComponentIntervention> interventions) {
        Map<AblationKind, List<ComponentIntervention>> kinds = new EnumMap<>(AblationKind.class);
        interventions.forEach(one ->
                kinds.computeIfAbsent(one.kind(), kind -> new ArrayList<>()).add(one));
        return List.copyOf(kinds.values());
    }

    /**
     * Adds what some did.
     *
     * @param probabilities of each, [interventions, height, width] of the region's bounds
     */
    void add(List<ComponentIntervention> made, RegionScore score, float[] probabilities) {
        for (int i = 0; i < made.size(); i++) {
            EffectMoments more = EffectMoments.NONE.add(score.effect(probabilities, i));
            moments.merge(made.get(i).kind(), more, EffectMoments::merge);
        }
    }

    /** An intervention of a kind can't be made. */
    void fail(AblationKind kind) {
        failed.add(kind);
        moments.remove(kind);
    }

    /**
     * One effect per kind that has draws.
     *
     * @param of any of the interventions: whose component and channel it is
     * @param predicted effect of zeroing, by the gradient
     */
    List<ComponentEffect> effects(ComponentIntervention of, OptionalDouble predicted) {
        List<ComponentEffect> effects = new ArrayList<>();
        moments.forEach((kind, found) -> effects.add(new ComponentEffect(
                of.component(),
                of.channel(),
                kind,
                found.mean(),
                kind == AblationKind.RESAMPLE ? found.standardError() : 0,
                found.draws(),
                found.meanArea(),
                predicted)));
        return effects;
    }
}
