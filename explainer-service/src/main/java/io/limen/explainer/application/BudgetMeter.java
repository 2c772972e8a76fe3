package io.limen.explainer.application;

import io.limen.explainer.domain.attribution.Budget;
import java.time.Duration;

/** Counts the forward passes of one explanation against its budget. Owned by one thread. */
final class BudgetMeter {

    private final Budget budget;
    private final Ticker ticker;
    private final long start;
    private long forwards;
    private boolean exhausted;

    BudgetMeter(Budget budget, Ticker ticker) {
        this.budget = budget;
        this.ticker = ticker;
        this.start = ticker.nanoseconds();
    }

    /**
     * How many of the wanted forward passes the budget allows now; a refusal of any is remembered.
     *
     * @param wanted 1 or more
     * @param owed of those, how many are made whatever the budget says, 0 to wanted
     */
    int allowance(int wanted, int owed) {
        boolean inTime = elapsed().compareTo(budget.maxDuration()) < 0;
        long affordable = inTime ? Math.max(0, budget.maxForwards() - forwards) : 0;
        int allowed = (int) Math.max(owed, Math.min(wanted, affordable));
        exhausted |= allowed < wanted;
        return allowed;
    }

    /** Whether so many forward passes are within the budget now; asking leaves no trace. */
    boolean affords(long passes) {
        return elapsed().compareTo(budget.maxDuration()) < 0 && passes <= budget.maxForwards() - forwards;
    }

    void spend(int passes) {
        forwards += passes;
    }

    long forwards() {
        return forwards;
    }

    boolean exhausted() {
        return exhausted;
    }

    Duration elapsed() {
        return Duration.ofNanos(ticker.nanoseconds() - start);
    }

    /** A number of forward passes, cut to what the budget can pay. */
    long affordable(long passes) {
        return Math.max(forwards, Math.min(passes, budget.maxForwards()));
    }
}
