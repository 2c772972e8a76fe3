package io.limen.explainer.domain.attribution;

import io.limen.explainer.domain.component.ComponentSettings;
import io.limen.explainer.domain.intervention.DrawSchedule;
import java.time.Duration;
import java.util.Optional;

/**
 * What a user chooses about an explanation. Together with image, model and bank it determines the result.
 *
 * @param blockSize side of a block in pixels of the model's input, 1 or more
 * @param regionSize side of a region that is chosen rather than given, in pixels of the model's output, 1 or more
 * @param schedule how draws are spent
 * @param seed seed of every random choice
 * @param budget what may be spent
 * @param components what is wanted of the network's components; empty: nothing
 * @param faithfulness forward passes that a check of the map may take at most; 0: none is made
 */
public record ExplanationSettings(
        int blockSize,
        int regionSize,
        DrawSchedule schedule,
        long seed,
        Budget budget,
        Optional<ComponentSettings> components,
        int faithfulness) {

    /** Usual passes for the check of a map. */
    public static final int USUAL_FAITHFULNESS = 64;

    /** Fewer say nothing. */
    public static final int LEAST_FAITHFULNESS = 32;

    /** Of no check it takes more. */
    public static final int MOST_FAITHFULNESS = 4096;

    /** Settings that ask for the map alone: neither components nor a check. */
    public ExplanationSettings(int blockSize, int regionSize, DrawSchedule schedule, long seed, Budget budget) {
        this(blockSize, regionSize, schedule, seed, budget, Optional.empty(), 0);
    }

    public ExplanationSettings {
        if (faithfulness != 0 && faithfulness < LEAST_FAITHFULNESS || faithfulness > MOST_FAITHFULNESS) {
            throw new IllegalArgumentException("ExplanationSettings: faithfulness " + faithfulness);
        }
        if (blockSize < 1 || regionSize < 1) {
            throw new IllegalArgumentException("ExplanationSettings: block " + blockSize + ", region " + regionSize);
        }
    }

    /** The same with less time, where it is less. */
    public ExplanationSettings within(Duration time) {
        Duration shorter = time.compareTo(budget.maxDuration()) < 0 ? time : budget.maxDuration();
        return new ExplanationSettings(
                blockSize,
                regionSize,
                schedule,
                seed,
                new Budget(budget.maxForwards(), shorter),
                components,
                faithfulness);
    }
}
