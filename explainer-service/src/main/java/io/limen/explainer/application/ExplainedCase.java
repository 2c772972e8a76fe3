package io.limen.explainer.application;

import io.limen.explainer.domain.attribution.BlockEffect;
import io.limen.explainer.domain.attribution.Explanation;
import io.limen.explainer.domain.attribution.ExplanationSettings;
import io.limen.explainer.domain.intervention.DrawSchedule.Published;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An explanation with everything that is needed to repeat it.
 *
 * @param explanation the result
 * @param model the model explained
 * @param imageSha256 SHA-256 of the image file as it came, 64 hexadecimal digits
 * @param settings what the user chose
 * @param assumptions what was assumed about the model, one line each; empty when its description said it all
 */
public record ExplainedCase(
        Explanation explanation,
        ModelDescription model,
        String imageSha256,
        ExplanationSettings settings,
        List<String> assumptions) {

    public ExplainedCase {
        assumptions = List.copyOf(assumptions);
    }

    /**
     * What an empty result must not be taken for when the budget ended first: "nothing matters". Empty when the schedule
     * was done, or when something was found all the same.
     */
    public Optional<String> budgetWarning() {
        List<BlockEffect> effects = explanation.map().effects();
        boolean found = effects.stream().anyMatch(BlockEffect::significant);
        if (found || !explanation.cost().budgetExhausted()) {
            return Optional.empty();
        }
        long reached =
                effects.stream().filter(effect -> !effect.isUnreachable()).count();
        long screening = 1 + firstDraws() * reached;
        return Optional.of(String.format(
                Locale.ROOT,
                "the budget ended before any %s: raise --max-forwards or --max-seconds (a first look at every block takes about %,d passes)",
                explanation.cost().forwards() <= screening
                        ? "block could be judged"
                        : "effect could be told from chance",
                screening));
    }

    private int firstDraws() {
        return settings.schedule() instanceof Published published
                ? published.screeningDraws()
                : AdaptiveRun.FIRST_DRAWS;
    }
}
