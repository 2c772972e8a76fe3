package io.limen.explainer.application;

import io.limen.explainer.domain.attribution.Budget;
import java.time.Duration;

/** Counts the forward passes of one explanation against its budget. Owned by one thread. */
final class BudgetMeter implements Leeway {

    /** A quarter: a warm-up that is cut short still makes up for a quarter of the time. */
    private static final int PREPARATION = 4;

    /** An eighth: batches of any size are faster by more than that than one image at a time. */
    private static final int PREPARATION_OF_OWED = 8;

    /** A fifth: more than the components of the networks that were measured need beside their maps. */
    private static final int HELD_BACK = 5;

    /**
     * A part of a budget that is kept for later.
     *
     * @param forwards forward passes
     * @param time wall-clock
     */
    record Reserve(long forwards, Duration time) {}

    private final Budget whole;
    private Budget budget;
    private final Ticker ticker;
    private final long start;
    private long forwards;
    private boolean exhausted;
    private long spentAt;
    private double quickest = Double.POSITIVE_INFINITY;

    BudgetMeter(Budget budget, Ticker ticker) {
        this.whole = budget;
        this.budget = budget;
        this.ticker = ticker;
        this.start = ticker.nanoseconds();
        this.spentAt = start;
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

    /** Not even at the greatest speed so far may they end too late. */
    @Override
    public boolean affords(long passes) {
        Duration left = timeLeft();
        boolean late =
                left.compareTo(Duration.ZERO) <= 0 || Double.isFinite(quickest) && passes * quickest > left.toNanos();
        return !late && passes <= budget.maxForwards() - forwards;
    }

    /** Tells that so many forward passes were made since the last were told of. */
    void spend(int passes) {
        long now = ticker.nanoseconds();
        if (passes > 0) {
            quickest = Math.min(quickest, (now - spentAt) / (double) passes);
        }
        spentAt = now;
        forwards += passes;
    }

    /** Counts forward passes that say nothing about the model's speed. */
    void charge(int passes) {
        spentAt = ticker.nanoseconds();
        forwards += passes;
    }

    /** What is left of the wall-clock; negative when it is over. */
    private Duration timeLeft() {
        return budget.maxDuration().minus(elapsed());
    }

    /**
     * How long it may take to find out how the model runs fastest: a part of the time that is left, or of what the draws
     * take that are made whatever the budget says.
     *
     * @param owed such draws
     */
    Duration preparation(int owed) {
        long left = Math.max(0, timeLeft().toNanos()) / PREPARATION;
        double draws = Double.isFinite(quickest) ? owed * quickest / PREPARATION_OF_OWED : 0;
        return Duration.ofNanos(Math.max(left, (long) draws));
    }

    /** Keeps a part of the budget for the components, which come last. */
    void holdBack() {
        holdBack(new Reserve(whole.maxForwards() / HELD_BACK, heldBack()));
    }

    /** Keeps a part of what is not kept yet; less than all of it. */
    void holdBack(Reserve reserve) {
        budget = new Budget(
                budget.maxForwards() - reserve.forwards(), budget.maxDuration().minus(reserve.time()));
    }

    /** From now on what was kept may be spent. */
    void giveBack(Reserve reserve) {
        budget = new Budget(
                budget.maxForwards() + reserve.forwards(), budget.maxDuration().plus(reserve.time()));
    }

    /** From now on the whole budget may be spent: of the time what was held back at least, even where the draws that are owed took longer. */
    void giveBack() {
        Duration least = elapsed().plus(heldBack());
        boolean late = least.compareTo(whole.maxDuration()) > 0;
        budget = new Budget(whole.maxForwards(), late ? least : whole.maxDuration());
    }

    private Duration heldBack() {
        return whole.maxDuration().dividedBy(HELD_BACK);
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
