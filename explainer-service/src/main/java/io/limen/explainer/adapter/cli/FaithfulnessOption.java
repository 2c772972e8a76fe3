package io.limen.explainer.adapter.cli;

import static io.limen.explainer.adapter.cli.UserMistakeException.require;

import io.limen.explainer.domain.attribution.ExplanationSettings;
import picocli.CommandLine.Option;

/** Whether the map is checked. */
final class FaithfulnessOption {

    @Option(
            names = "--faithfulness",
            paramLabel = "N",
            defaultValue = "" + ExplanationSettings.USUAL_FAITHFULNESS,
            description = {
                "Forward passes at most, 32 to 4096, that check how far the map foretells what happens when several blocks",
                "are replaced together; a twelfth of what the map took, 32 at least. 0: no check. Default: ${DEFAULT-VALUE}."
            })
    private int passes;

    /** @throws UserMistakeException when it asks for too much or too little */
    int passes() throws UserMistakeException {
        require(
                passes == 0
                        || passes >= ExplanationSettings.LEAST_FAITHFULNESS
                                && passes <= ExplanationSettings.MOST_FAITHFULNESS,
                "--faithfulness: must be 0, or " + ExplanationSettings.LEAST_FAITHFULNESS + " to "
                        + ExplanationSettings.MOST_FAITHFULNESS + " forward passes, is " + passes);
        return passes;
    }
}
