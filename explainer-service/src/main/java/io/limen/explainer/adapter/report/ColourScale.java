package io.limen.explainer.adapter.report;

import io.limen.explainer.domain.attribution.AttributionMap;
import io.limen.explainer.domain.attribution.BlockEffect;
import java.awt.Color;
import java.util.stream.DoubleStream;

/**
 * The diverging scale of effects: red supports (negative), white is zero, blue hinders (positive). Symmetric, linear,
 * and equally dark on both sides; red against blue stays apart under the common forms of colour blindness.
 *
 * @param limit the effect at either end of the scale, percentage points of the region's Dice, above 0
 */
public record ColourScale(double limit) {

    /** From the weakest to the strongest effect, sRGB, equal steps of lightness. */
    private static final int[] SUPPORTING = {0xffffff, 0xf9c4b1, 0xe8705a, 0xc02030, 0x7d0a22};

    private static final int[] HINDERING = {0xffffff, 0xb8d3ee, 0x6a9fd8, 0x2563b0, 0x0d3a78};

    /** A weak effect must still be seen over a photograph. */
    private static final double FAINTEST = 0.12;

    /** Share of the limit below which effects fade away: noise of an estimate is hardly ever exactly zero. */
    private static final double FADING = 0.01;

    private static final double DENSEST = 0.86;

    public ColourScale {
        if (!(limit > 0 && limit <= 100)) {
            throw new IllegalArgumentException("ColourScale: " + limit);
        }
    }

    /** Ends at the largest |ATE| of the map; at 1 when all effects are zero. */
    static ColourScale of(AttributionMap map) {
        return of(map.effects().stream().mapToDouble(BlockEffect::ate));
    }

    /** Ends at the largest |ATE| among the effects; at 1 when all are zero, or there are none. */
    static ColourScale of(DoubleStream effects) {
        double largest = effects.map(Math::abs).max().orElse(0);
        return new ColourScale(largest > 0 ? largest : 1);
    }

    /** The colour as CSS writes it. */
    public static String css(Color colour) {
        return "#%06x".formatted(colour.getRGB() & 0xffffff);
    }

    /** Whether writing on the colour of an effect is read better in white. */
    boolean dark(double effect) {
        return strength(effect) > 0.45;
    }

    /** The opaque colour of an effect; beyond the limit, that of the limit. */
    public Color colour(double effect) {
        double position = strength(effect);
        int[] stops = effect < 0 ? SUPPORTING : HINDERING;
        double scaled = position * (stops.length - 1);
        int lower = Math.min((int) scaled, stops.length - 2);
        double share = scaled - lower;
        return new Color(mixed(stops, lower, 16, share), mixed(stops, lower, 8, share), mixed(stops, lower, 0, share));
    }

    /** The colour of an effect over an image: invisible at zero, denser with the effect. */
    Color veil(double effect) {
        if (effect == 0) {
            return new Color(255, 255, 255, 0);
        }
        double position = strength(effect);
        // Over a photograph a pale tint is lost, so the veil starts from a saturated colour and thins out.
        Color tint = colour(Math.copySign(limit * (0.45 + 0.45 * position), effect));
        double opacity = Math.min(1, position / FADING) * (FAINTEST + (DENSEST - FAINTEST) * Math.pow(position, 0.6));
        return new Color(tint.getRed(), tint.getGreen(), tint.getBlue(), (int) Math.round(255 * opacity));
    }

    /** Share of the limit, in [0,1]. */
    private double strength(double effect) {
        return Math.min(1, Math.abs(effect) / limit);
    }

    private static int mixed(int[] stops, int lower, int shift, double share) {
        int from = stops[lower] >> shift & 0xff;
        int to = stops[lower + 1] >> shift & 0xff;
        return (int) Math.round(from + (to - from) * share);
    }
}
