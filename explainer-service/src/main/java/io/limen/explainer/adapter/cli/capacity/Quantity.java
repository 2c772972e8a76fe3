package io.limen.explainer.adapter.cli.capacity;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** How numbers of a plan are written: two digits that count, for nothing here is known better. */
final class Quantity {

    private static final List<String> BYTES = List.of("B", "KB", "MB", "GB", "TB", "PB", "EB");
    private static final double SMALL = 10;

    private Quantity() {}

    static String count(double value) {
        return value == Math.rint(value) || value >= 100
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, value < 1 ? "%.2g" : "%.1f", value);
    }

    static String percent(double share) {
        double percent = 100 * share;
        return String.format(Locale.ROOT, percent < 1 ? "%.2g %%" : "%.0f %%", percent);
    }

    static String bytes(double bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 1_000 && unit < BYTES.size() - 1) {
            value /= 1_000;
            unit++;
        }
        return String.format(Locale.ROOT, value < SMALL && unit > 0 ? "%.1f %s" : "%.0f %s", value, BYTES.get(unit));
    }

    static String bytesPerSecond(double bytes) {
        return bytes(bytes) + "/s";
    }

    /** In the largest unit of which there are two or more. */
    static String time(Duration duration) {
        double seconds = duration.toMillis() / 1_000.0;
        if (seconds < 120) {
            return written(seconds, "s");
        }
        if (seconds < 2 * 3_600) {
            return written(seconds / 60, "min");
        }
        return seconds < 2 * 86_400 ? written(seconds / 3_600, "h") : written(seconds / 86_400, "days");
    }

    private static String written(double value, String unit) {
        return String.format(Locale.ROOT, value < SMALL ? "%.1f %s" : "%,.0f %s", value, unit);
    }
}
