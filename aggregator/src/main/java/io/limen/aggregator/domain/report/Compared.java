package io.limen.aggregator.domain.report;

import io.limen.aggregator.domain.comparison.Interval;
import io.limen.aggregator.domain.comparison.Verdict;
import java.util.Optional;

/**
 * One figure of two versions against its limit.
 *
 * @param name of the feature, or of the class
 * @param share whether it is the share of a class
 * @param method how the interval was made
 * @param firstStudies behind the first value; of pairs their number
 * @param secondStudies behind the second value
 * @param first value of the first version, in the figure's unit; empty without a study
 * @param second value of the second version
 * @param interval 90 %, of the second less the first; empty where there is too little to say
 * @param limit largest difference that is acceptable
 * @param verdict what follows
 */
public record Compared(
        String name,
        boolean share,
        Method method,
        long firstStudies,
        long secondStudies,
        Optional<Double> first,
        Optional<Double> second,
        Optional<Interval> interval,
        double limit,
        Verdict verdict) {

    /** How an interval was made. */
    public enum Method {
        /** Two samples of studies. */
        WELCH,
        /** Differences of the same studies. */
        STUDENT_PAIRED,
        /** Two samples of studies of a case each. */
        NEWCOMBE,
        /** The same studies of a case each. */
        NEWCOMBE_PAIRED
    }
}
