package io.limen.aggregator.domain.alert;

import io.limen.aggregator.domain.drift.MonitoredFeature;
import io.limen.aggregator.domain.strategy.PerceptualStrategy;
import java.util.Locale;

/** What a monitored feature is called by people who have not read its definition, and how its values are written. */
final class FeatureWords {

    /** How a value is written. */
    private enum Unit {
        /** As a number. */
        PLAIN,
        /** Kept as a share in [0,1], written as per cent. */
        SHARE,
        /** Kept as per cent. */
        PER_CENT
    }

    private static final int MOST_DIGITS = 5;

    private FeatureWords() {}

    /** With its article, in the middle of a sentence. */
    static String name(MonitoredFeature feature) {
        return switch (feature) {
            case LOCALITY -> "how much of what the model relies on is near the region (locality)";
            case CAUSAL_RADIUS -> "how far from the region the model looks (causal radius)";
            case ENTROPY -> "how evenly the model's reliance is spread (entropy)";
            case SUPPORTING_SHARE -> "the share of the surroundings that supports the answer";
            case BASELINE_DICE -> "the Dice of the region";
            case SEGMENTED_SHARE -> "the share of the image that is segmented";
            case CERTAINTY -> "the certainty of the answers";
            case BRIGHTNESS -> "the brightness of the images";
            case CONTRAST -> "the contrast of the images";
            case SATURATION -> "the saturation of the images";
            case SHARPNESS -> "the sharpness of the images";
            case STRATEGY_NONE -> "the share of maps without any reliance outside the region";
            case STRATEGY_LOCAL -> share(PerceptualStrategy.LOCAL);
            case STRATEGY_GLOBAL -> share(PerceptualStrategy.GLOBAL);
            case STRATEGY_SEQUENTIAL -> share(PerceptualStrategy.SEQUENTIAL);
        };
    }

    private static String share(PerceptualStrategy strategy) {
        return "the share of " + strategy.name().toLowerCase(Locale.ROOT) + " maps";
    }

    /** From one value to another, each with its unit and as many digits as tell them apart, up to {@value #MOST_DIGITS}. */
    static String fromTo(MonitoredFeature feature, double before, double after) {
        return unit(feature) == Unit.PLAIN
                ? apart("%%.%dg", 3, before, after)
                : apart("%%.%df %%%%", fewest(feature, before, after), scale(feature) * before, scale(feature) * after);
    }

    /** From one spread of the values to another; that of shares is in points. */
    static String spreadFromTo(MonitoredFeature feature, double before, double after) {
        return unit(feature) == Unit.PLAIN
                ? apart("%%.%dg", 3, before, after)
                : apart("%%.%df points", 1, scale(feature) * before, scale(feature) * after);
    }

    private static double scale(MonitoredFeature feature) {
        return unit(feature) == Unit.SHARE ? 100 : 1;
    }

    private static int fewest(MonitoredFeature feature, double before, double after) {
        return Math.abs(after - before) * scale(feature) >= 2 ? 0 : 1;
    }

    private static String apart(String form, int fewest, double before, double after) {
        for (int digits = fewest; ; digits++) {
            String number = String.format(Locale.ROOT, form, digits);
            String from = String.format(Locale.ROOT, number, before);
            String to = String.format(Locale.ROOT, number, after);
            if (!from.equals(to) || before == after || digits == MOST_DIGITS) {
                return "from " + from + " to " + to;
            }
        }
    }

    private static Unit unit(MonitoredFeature feature) {
        return switch (feature) {
            case BASELINE_DICE -> Unit.PER_CENT;
            case LOCALITY,
                    SUPPORTING_SHARE,
                    SEGMENTED_SHARE,
                    STRATEGY_NONE,
                    STRATEGY_LOCAL,
                    STRATEGY_GLOBAL,
                    STRATEGY_SEQUENTIAL -> Unit.SHARE;
            case CAUSAL_RADIUS, ENTROPY, CERTAINTY, BRIGHTNESS, CONTRAST, SATURATION, SHARPNESS -> Unit.PLAIN;
        };
    }
}
