package io.limen.producer.domain.grayscale;

import java.util.Objects;

/**
 * Which values are shown between black and white (DICOM PS3.3, C.11.2.1.2 and C.11.2.1.3).
 *
 * @param center the middle of what is shown, in the unit of the values
 * @param width how much is shown, in the same unit; at least 1 for {@link Function#LINEAR}, else over 0
 * @param function how values between are spread
 */
public record Window(double center, double width, Function function) {

    /** How the values within a window are spread over the gray levels. */
    public enum Function {
        /** On a line, counted in whole values: the standard's default. */
        LINEAR,
        /** On a line from the lower to the upper end of the window. */
        LINEAR_EXACT,
        /** On a logistic curve. */
        SIGMOID
    }

    public Window {
        Objects.requireNonNull(function, "function");
        if (!Double.isFinite(center) || !(width > 0 && width < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Window: center " + center + ", width " + width);
        }
        if (function == Function.LINEAR && width < 1) {
            throw new IllegalArgumentException("Window: width " + width + " is less than 1");
        }
    }

    /** The window from a lowest value, black, to a highest, white; the two may be one. */
    public static Window between(double low, double high) {
        return new Window((low + high) / 2, high > low ? high - low : Double.MIN_NORMAL, Function.LINEAR_EXACT);
    }

    /** The gray level of a value, 0 black to 1 white. */
    public double apply(double value) {
        return switch (function) {
            case LINEAR -> onLine(value, center - 0.5, width - 1);
            case LINEAR_EXACT -> onLine(value, center, width);
            case SIGMOID -> 1 / (1 + Math.exp(-4 * (value - center) / width));
        };
    }

    private static double onLine(double value, double middle, double extent) {
        if (value <= middle - extent / 2) {
            return 0;
        }
        return value > middle + extent / 2 ? 1 : (value - middle) / extent + 0.5;
    }
}
