package io.limen.explainer.application;

import io.limen.explainer.domain.attribution.Explanation;
import io.limen.explainer.domain.attribution.ExplanationSettings;
import java.util.List;

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
}
