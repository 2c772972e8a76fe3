package io.limen.explainer.adapter.report.evaluation;

import io.limen.explainer.adapter.report.Numbers;
import io.limen.explainer.domain.comparison.Estimate;
import io.limen.explainer.domain.comparison.Estimate.Unknown;
import io.limen.explainer.domain.comparison.Estimate.WithInterval;
import io.limen.explainer.domain.comparison.Estimate.WithoutInterval;
import java.util.Collection;

/**
 * Estimates as people read them: the value, and in square brackets the ends of its 95 % interval.
 *
 * @param scale the greatest size among the numbers that are read together, which rules their decimals
 */
record EstimateWords(double scale) {

    /** Holds together what a narrow column must not take apart. */
    private static final String TIGHT = "\u00a0";

    /** Counts from here on need no decimals. */
    private static final double THOUSAND = 1_000;

    /** Where there is no value. */
    static final String NONE = "–";

    /** For numbers that are read together. */
    static EstimateWords of(Collection<Estimate> estimates) {
        return new EstimateWords(estimates.stream()
                .filter(one -> one.known().isPresent())
                .mapToDouble(one -> Math.abs(one.known().getAsDouble()))
                .max()
                .orElse(1));
    }

    /** A value with its interval, or why there is none. */
    String words(Estimate estimate) {
        if (estimate instanceof WithInterval known) {
            return number(known.value()) + " " + interval(known);
        } else if (estimate instanceof WithoutInterval bare) {
            return number(bare.value()) + " (" + because(bare.reason()) + ")";
        }
        return NONE;
    }

    /** As {@link #words}, and how many cases where they are not those of the whole table. */
    String words(Estimate estimate, int usual) {
        boolean other = estimate.cases() != usual && !(estimate instanceof Unknown);
        return words(estimate) + (other ? ", n" + TIGHT + "=" + TIGHT + estimate.cases() : "");
    }

    /** A share as percentages. */
    static String share(Estimate estimate) {
        return estimate instanceof WithInterval known
                ? Numbers.percent(known.value()) + " [" + Numbers.percent(known.low()) + "," + TIGHT
                        + Numbers.percent(known.high()) + "]"
                : NONE;
    }

    /** The interval alone. */
    String interval(WithInterval known) {
        return "[" + number(known.low()) + "," + TIGHT + number(known.high()) + "]";
    }

    /** A number with a true minus. */
    String number(double value) {
        if (scale >= THOUSAND) {
            return (value < 0 ? "−" : "") + Numbers.count(Math.round(Math.abs(value)));
        }
        String digits = Numbers.magnitude(Math.abs(value), scale);
        return (value < 0 && Double.parseDouble(digits) != 0 ? "−" : "") + digits;
    }

    /** Why there is no interval. */
    static String because(Estimate.Reason reason) {
        return switch (reason) {
            case ONE_CASE -> "one case";
            case ALL_ALIKE -> "all alike";
            case OFTEN_UNDEFINED -> "no interval";
        };
    }
}
