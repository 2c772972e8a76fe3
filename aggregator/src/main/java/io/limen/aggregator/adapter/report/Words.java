package io.limen.aggregator.adapter.report;

import io.limen.aggregator.domain.comparison.Interval;
import io.limen.aggregator.domain.strategy.Feature;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** How numbers and times are shown to people: rounded here and nowhere else. */
final class Words {

    private Words() {}

    /** Four significant digits, a true minus. */
    static String number(double value) {
        double size = Math.abs(value);
        int decimals = size >= 100 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : 4;
        String digits = String.format(Locale.ROOT, "%." + decimals + "f", size);
        return value < 0 && Double.parseDouble(digits) != 0 ? "\u2212" + digits : digits;
    }

    static String interval(Optional<Interval> interval) {
        return interval.map(of -> number(of.low()) + " to " + number(of.high())).orElse("\u2013");
    }

    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', '\u202f');
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }

    static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString().replace("T", " ").replace("Z", " UTC");
    }

    static String unit(Feature feature) {
        return switch (feature.scale()) {
            case UNIT -> "0 to 1";
            case SIGNED_UNIT -> "\u22121 to 1";
            case PERCENTAGE_POINTS -> "percentage points";
            case RATIO -> "1 for a uniform map";
            case LOGARITHM -> "natural logarithm";
        };
    }
}
