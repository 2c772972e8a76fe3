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
 */
public record ExplanationSettings(
        int blockSize,
        int regionSize,
        DrawSchedule schedule,
        long seed,
        Budget budget,
        Optional<ComponentSettings> components) {

    /** Settings that ask nothing of the network's components. */
    public ExplanationSettings(int blockSize, int regionSize, DrawSchedule schedule, long seed, Budget budget) {
        this(blockSize, regionSize, schedule, seed, budget, Optional.empty());
    }

    public ExplanationSettings {
        if (blockSize < 1 || regionSize < 1) {
            throw new IllegalArgumentException("ExplanationSettings: block " + blockSize + ", region " + regionSize);
        }
    }

    /** The same with less time, where it is less. */
    public ExplanationSettings within(Duration time) {
        Duration shorter = time.compareTo(budget.maxDuration()) < 0 ? time : budget.maxDuration();
        return new ExplanationSettings(
                blockSize, regionSize, schedule, seed, new Budget(budget.maxForwards(), shorter), components);
    }
}
