package io.limen.aggregator.domain.statistics;

/**
 * What replacing one component did in one case.
 *
 * @param key the component and by what it was replaced
 * @param shape what it is
 * @param ate percentage points of the region's Dice, in [-100,100]
 * @param standardError of the ate, percentage points, in [0,100]
 */
public record ComponentEffect(ComponentKey key, ComponentShape shape, double ate, double standardError) {

    public ComponentEffect {
        if (!(ate >= -100 && ate <= 100) || !(standardError >= 0 && standardError <= 100)) {
            throw new IllegalArgumentException("effect of a component " + ate + ", standard error " + standardError);
        }
    }
}
