package io.limen.explainer.adapter.report;

import java.util.Locale;

/** How numbers are shown to people: rounded here and nowhere else. */
public final class Numbers {

    private Numbers() {}

    /** An effect with its sign and as many decimals as its scale needs; a true minus; zero has no sign. */
    public static String effect(double points, double scale) {
        String digits = magnitude(Math.abs(points), scale);
        if (Double.parseDouble(digits) == 0) {
            return "0";
        }
        return (points < 0 ? "\u2212" : "+") + digits;
    }

    /** A number that is not negative, such as a standard error, with as many decimals as its scale needs. */
    public static String magnitude(double value, double scale) {
        int decimals = scale >= 10 ? 1 : scale >= 1 ? 2 : scale >= 0.1 ? 3 : 4;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** A share of one as a percentage. */
    public static String percent(double share) {
        double hundredths = 100 * share;
        return String.format(Locale.ROOT, hundredths > 0 && hundredths < 9.95 ? "%.1f %%" : "%.0f %%", hundredths);
    }

    /** A pure number. */
    public static String plain(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replace('-', '\u2212');
    }

    /** A p-value; a small one as a bound, for its digits mean nothing. */
    public static String pValue(double value) {
        return value < 0.001 ? "p < 0.001" : String.format(Locale.ROOT, "p = %.3f", value);
    }

    /** A count with thin spaces between thousands. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', '\u202f');
    }

    /** Milliseconds as seconds. */
    public static String seconds(long millis) {
        return String.format(Locale.ROOT, millis < 10_000 ? "%.1f s" : "%.0f s", millis / 1000.0);
    }
}
