package io.limen.explainer.adapter.cli;

import static io.limen.explainer.adapter.cli.UserMistakeException.require;

import io.limen.explainer.domain.attribution.Budget;
import io.limen.explainer.domain.attribution.ExplanationSettings;
import io.limen.explainer.domain.component.ComponentSettings;
import io.limen.explainer.domain.intervention.DrawSchedule;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.Option;

/** How the work is spent. */
final class ScheduleOptions {

    /** Side of a region that is chosen rather than given, pixels; as in the published method. */
    private static final int REGION_SIZE = 32;

    private static final int MOST_SECONDS = 86_400;

    private static final double NANOSECONDS = 1e9;

    @Option(
            names = "--block",
            paramLabel = "PX",
            defaultValue = "8",
            description = "Side of a block, pixels of the model's input. Default: ${DEFAULT-VALUE}.")
    private int block;

    @Option(
            names = "--schedule",
            paramLabel = "NAME",
            defaultValue = "adaptive",
            description = {
                "adaptive: draws go where they gain most, until the map is precise enough;",
                "published: the constants of arXiv 2602.20511, two to seven times as many forward passes.",
                "Default: ${DEFAULT-VALUE}."
            })
    private Schedule schedule;

    @Option(
            names = "--screening-draws",
            paramLabel = "N",
            description = "published: draws per block to find out whether it matters. Default: 3.")
    private Integer screeningDraws;

    @Option(
            names = "--draws",
            paramLabel = "N",
            description = "published: fresh draws for every block that matters, 2 or more. Default: 50.")
    private Integer draws;

    @Option(
            names = "--tau",
            paramLabel = "POINTS",
            defaultValue = "0.02",
            description = {
                "Dice points below which an effect does not matter; published sets it to zero. Default:"
                        + " ${DEFAULT-VALUE}."
            })
    private double tau;

    @Option(
            names = "--target-se",
            paramLabel = "S",
            description = {
                "adaptive: root-mean-square standard error at which to stop, Dice points, over all blocks, those that",
                "can't reach the region included. 0.05 is fine, 0.5 coarse.",
                "Default: as precise as published would be."
            })
    private Double targetStandardError;

    @Option(
            names = "--max-forwards",
            paramLabel = "N",
            description = {
                "Forward passes at most; error bars widen, nothing is dropped. Default: no limit.",
                "At least one pass per block is always made, so a limit below 1 + blocks is exceeded."
            })
    private Long maxForwards;

    @Option(
            names = "--max-seconds",
            paramLabel = "S",
            description = {
                "Wall-clock after which no draw begins but the first of every block.",
                "A result that it cut short can't be repeated exactly."
            })
    private Double maxSeconds;

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
     * @param components what is wanted of the network's components
     * @param faithfulness passes that a check of the map may take
     * @throws UserMistakeException naming the option that asks for too much or too little
     */
    ExplanationSettings settings(Optional<ComponentSettings> components, int faithfulness) throws UserMistakeException {
        require(block >= 1 && block <= 1024, "--block: must be 1 to 1024 pixels, is " + block);
        require(tau >= 0 && tau <= 100, "--tau: must be 0 to 100 Dice points, is " + tau);
        require(maxForwards == null || maxForwards >= 1, "--max-forwards: must be 1 or more, is " + maxForwards);
        require(
                maxSeconds == null || (maxSeconds > 0 && maxSeconds <= MOST_SECONDS),
                "--max-seconds: must be more than 0 and at most " + MOST_SECONDS + ", is " + maxSeconds);
        return new ExplanationSettings(
                block,
                REGION_SIZE,
                schedule == Schedule.ADAPTIVE ? adaptive() : published(),
                seed,
                budget(),
                components,
                faithfulness);
    }

    private DrawSchedule adaptive() throws UserMistakeException {
        require(screeningDraws == null, "--screening-draws goes with --schedule published");
        require(draws == null, "--draws goes with --schedule published");
        require(
                targetStandardError == null || (targetStandardError > 0 && targetStandardError <= 100),
                "--target-se: must be more than 0 and at most 100 Dice points, is " + targetStandardError);
        return new DrawSchedule.Adaptive(
                targetStandardError == null ? OptionalDouble.empty() : OptionalDouble.of(targetStandardError), tau);
    }

    private DrawSchedule published() throws UserMistakeException {
        require(targetStandardError == null, "--target-se goes with --schedule adaptive");
        DrawSchedule.Published constants = DrawSchedule.Published.asPublished();
        int first = Optional.ofNullable(screeningDraws).orElse(constants.screeningDraws());
        int fresh = Optional.ofNullable(draws).orElse(constants.draws());
        require(first >= 1, "--screening-draws: must be 1 or more, is " + first);
        require(fresh >= 2, "--draws: must be 2 or more (a standard error needs two), is " + fresh);
        return new DrawSchedule.Published(first, fresh, tau);
    }

    private Budget budget() {
        long forwards = Optional.ofNullable(maxForwards).orElse(Budget.UNLIMITED.maxForwards());
        Duration time = maxSeconds == null
                ? Budget.UNLIMITED.maxDuration()
                : Duration.ofNanos(Math.max(1, (long) (maxSeconds * NANOSECONDS)));
        return new Budget(forwards, time);
    }
}
