package io.limen.explainer.domain.component;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Effects of one kind on whole outputs, the strongest first. Stages that the same paths lead through are equal by necessity when resampled (those that all paths
 * lead through have the effect of another image altogether): they share one place. A skip connection always has a way around it. Cost O(n^2) in the number of effects.
 *
 * @param places the greatest |ATE| first; ties in the order they were given in
 */
public record EffectRanking(List<Place> places) {

    /**
     * Effects that are one finding.
     *
     * @param effects one, or several that are equal by necessity, in the order of execution
     */
    public record Place(List<ComponentEffect> effects) {

        public Place {
            effects = List.copyOf(effects);
        }

        /** The effect itself. */
        public ComponentEffect first() {
            return effects.get(0);
        }

        /** Whether what goes through one of these goes through all. */
        public boolean isByNecessity() {
            return effects.size() > 1;
        }
    }

    public EffectRanking {
        places = List.copyOf(places);
    }

    /** @param effects in the order of execution */
    public static EffectRanking of(List<ComponentEffect> effects) {
        List<List<ComponentEffect>> found = new ArrayList<>();
        for (ComponentEffect effect : effects) {
            Optional<List<ComponentEffect>> equal = found.stream()
                    .filter(place -> necessarilyEqual(place.get(0), effect))
                    .findFirst();
            if (equal.isPresent()) {
                equal.get().add(effect);
            } else {
                found.add(new ArrayList<>(List.of(effect)));
            }
        }
        return new EffectRanking(found.stream()
                .map(Place::new)
                .sorted(Comparator.comparingDouble(
                        (Place place) -> -Math.abs(place.first().ate())))
                .toList());
    }

    /** Mean and spread over the donors agree to the last digit: not by chance, unless the donors do nothing or all do the same. */
    private static boolean necessarilyEqual(ComponentEffect a, ComponentEffect b) {
        return !a.component().isSkip()
                && !b.component().isSkip()
                && a.kind() == AblationKind.RESAMPLE
                && a.standardError() > 0
                && a.ate() != 0
                && a.ate() == b.ate()
                && a.standardError() == b.standardError()
                && a.draws() == b.draws()
                && a.areaEffect() == b.areaEffect();
    }
}
