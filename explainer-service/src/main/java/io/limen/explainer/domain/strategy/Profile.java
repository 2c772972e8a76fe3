package io.limen.explainer.domain.strategy;

/**
 * The distribution of p over ring, side and sign: 6 rings by {@link BlockGeometry#ring}, 4 sides by
 * {@link BlockGeometry#quadrant} (above, right, below, left), 2 signs (supporting, hindering); cell
 * (ring x 4 + side) x 2 + sign. Cost O(blocks).
 */
final class Profile {

    private static final int QUADRANTS = 4;
    private static final int SIGNS = 2;

    private Profile() {}

    /**
     * @param effects signed effects of the significant blocks, 0 for the others, one per treated block
     * @return {@link StrategyFeatures#PROFILE_CELLS} shares that sum to 1, or all 0 when every effect is 0
     */
    static double[] of(BlockGeometry geometry, double[] effects) {
        double[] cells = new double[StrategyFeatures.PROFILE_CELLS];
        double sum = 0;
        for (double effect : effects) {
            sum += Math.abs(effect);
        }
        for (int i = 0; i < effects.length && sum > 0; i++) {
            int sign = effects[i] > 0 ? 1 : 0;
            int cell = (geometry.ring(i) * QUADRANTS + geometry.quadrant(i)) * SIGNS + sign;
            cells[cell] += Math.abs(effects[i]) / sum;
        }
        return cells;
    }
}
