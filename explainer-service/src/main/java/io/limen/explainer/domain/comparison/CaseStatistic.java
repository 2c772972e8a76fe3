package io.limen.explainer.domain.comparison;

/** A quantity of a sample of cases. */
@FunctionalInterface
public interface CaseStatistic {

    /**
     * Its value.
     *
     * @param cases indices of the cases, which may repeat; not changed
     * @return NaN where it is not defined
     */
    double of(int[] cases);
}
