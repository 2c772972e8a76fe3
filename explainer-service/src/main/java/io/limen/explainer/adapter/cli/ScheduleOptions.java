package io.limen.explainer.adapter.cli;

import io.limen.explainer.domain.attribution.Budget;
import io.limen.explainer.domain.attribution.ExplanationSettings;
import io.limen.explainer.domain.intervention.DrawSchedule;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How the work is spent. */
final class ScheduleOptions {

    /** Side of a region that is chosen rather than given, pixels; as in the published method. */
    private static final int REGION_SIZE = 32;

    @Option(
            names = "--block",
            paramLabel = "PX",
            defaultValue = "8",
            description = "Side of a block, pixels of the model's input. Default: ${DEFAULT-VALUE}.")
    private int block;

    @Option(
            names = "--schedule",
            paramLabel = "NAME",
            defaultValue = "published",
            description = "published, or adaptive (not available yet). Default: ${DEFAULT-VALUE}.")
    private Schedule schedule;

    @Option(
            names = "--screening-draws",
            paramLabel = "N",
            defaultValue = "3",
            description = "Draws per block to find out whether it matters. Default: ${DEFAULT-VALUE}.")
    private int screeningDraws;

    @Option(
            names = "--draws",
            paramLabel = "N",
            defaultValue = "50",
            description = "Fresh draws for every block that matters, 2 or more. Default: ${DEFAULT-VALUE}.")
    private int draws;

    @Option(
            names = "--tau",
            paramLabel = "POINTS",
            defaultValue = "0.02",
            description = "Effects smaller than this count as zero, Dice points. Default: ${DEFAULT-VALUE}.")
    private double tau;

    @Option(
            names = "--target-se",
            paramLabel = "S",
            description = "Standard error at which to stop, Dice points (not available yet).")
    private Double targetStandardError;

    @Option(
            names = "--max-forwards",
            paramLabel = "N",
            description = {
                "Forward passes at most; error bars widen, nothing is dropped. Default: no limit.",
                "At least one pass per block is always made, so a limit below 1 + blocks is exceeded."
            })
    private Long maxForwards;

    @Option(names = "--components", description = "Explain parts of the network too (not available yet).")
    private boolean components;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "Seed of every random choice; the same seed gives the same map. Default: ${DEFAULT-VALUE}.")
    private long seed;

    /** How draws are spent. */
    enum Schedule {
        PUBLISHED,
        ADAPTIVE
    }

    /**
     * The settings these options ask for.
     *
     * @throws UserMistakeException naming the option that asks for too much or too little
     */
    ExplanationSettings settings() throws UserMistakeException {
        require(schedule == Schedule.PUBLISHED, "--schedule adaptive is not available yet; use --schedule published");
        require(targetStandardError == null, "--target-se is not available yet; it needs the adaptive schedule");
        require(!components, "--components is not available yet");
        require(block >= 1 && block <= 1024, "--block: must be 1 to 1024 pixels, is " + block);
        require(screeningDraws >= 1, "--screening-draws: must be 1 or more, is " + screeningDraws);
        require(draws >= 2, "--draws: must be 2 or more (a standard error needs two), is " + draws);
        require(tau >= 0 && tau <= 100, "--tau: must be 0 to 100 Dice points, is " + tau);
        require(maxForwards == null || maxForwards >= 1, "--max-forwards: must be 1 or more, is " + maxForwards);
        return new ExplanationSettings(
                block, REGION_SIZE, new DrawSchedule.Published(screeningDraws, draws, tau), seed, budget());
    }

    private Budget budget() {
        return Optional.ofNullable(maxForwards)
                .map(limit -> new Budget(limit, Budget.UNLIMITED.maxDuration()))
                .orElse(Budget.UNLIMITED);
    }

    private static void require(boolean condition, String otherwise) throws UserMistakeException {
        if (!condition) {
            throw new UserMistakeException(otherwise);
        }
    }
}
