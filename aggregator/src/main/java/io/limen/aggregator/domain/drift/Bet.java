package io.limen.aggregator.domain.drift;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A bet on how the ranks of a changed feature are distributed. With z the standard normal score of the p-value, the bet
 * multiplies its stake by the density of z after the change over that before it: exp(theta z - theta^2 / 2) for a shift of
 * theta standard deviations, exp(z^2 (1 - 1 / sigma^2) / 2) / sigma for a spread sigma times as wide. As z is exactly standard
 * normal while nothing changes, whatever the feature's distribution, the expected factor is then 1.
 */
public enum Bet {
    RISE_SLIGHT(Direction.RISE, 0.25),
    RISE(Direction.RISE, 0.5),
    RISE_LARGE(Direction.RISE, 1),
    FALL_SLIGHT(Direction.FALL, -0.25),
    FALL(Direction.FALL, -0.5),
    FALL_LARGE(Direction.FALL, -1),
    WIDEN(Direction.WIDEN, 2),
    NARROW(Direction.NARROW, 0.5);

    /** How a feature changes. */
    public enum Direction {
        RISE,
        FALL,
        WIDEN,
        NARROW;

        /** Whether the spread changes, not the mean. */
        public boolean isOfSpread() {
            return this == WIDEN || this == NARROW;
        }
    }

    private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);

    /** A p-value nearer to 0 or 1 is taken for this one: keeps a single study from deciding alone. */
    private static final double LEAST_P = 1e-12;

    /** Part of a feature's stakes on changes of spread, which are rarer than shifts. */
    private static final double ON_SPREAD = 0.1;

    private static final int SHIFTS = 6;
    private static final int SPREADS = 2;

    private final Direction direction;
    private final double size;

    Bet(Direction direction, double size) {
        this.direction = direction;
        this.size = size;
    }

    /** What it bets on. */
    public Direction direction() {
        return direction;
    }

    /** Its part of a feature's stakes, in (0,1); all sum to 1. */
    double stake() {
        return direction.isOfSpread() ? ON_SPREAD / SPREADS : (1 - ON_SPREAD) / SHIFTS;
    }

    /** Natural logarithm of the factor at a normal score. */
    double logFactor(double z) {
        return direction.isOfSpread()
                ? z * z / 2 * (1 - 1 / (size * size)) - Math.log(size)
                : size * z - size * size / 2;
    }

    /** Standard normal score of a p-value in (0,1). */
    static double score(double pValue) {
        return STANDARD_NORMAL.inverseCumulativeProbability(Math.min(1 - LEAST_P, Math.max(LEAST_P, pValue)));
    }
}
