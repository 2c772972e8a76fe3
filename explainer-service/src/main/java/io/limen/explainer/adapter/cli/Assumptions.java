package io.limen.explainer.adapter.cli;

import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelDescription.Output.Kind;
import io.limen.explainer.application.SegmentationModel;
import java.util.List;

/**
 * What had to be assumed about a model that no model.yaml describes.
 *
 * @param before the description before the model ran
 */
record Assumptions(ModelDescription before) {

    /** One line each, with what the first output told; none when the description says all. */
    List<String> settled(SegmentationModel model) {
        if (before.output().kind() != Kind.AUTO) {
            return List.of();
        }
        String output = model.description().output().kind() == Kind.LOGITS
                ? "output read as logits, for it leaves [0,1]"
                : "output read as probabilities, for it lies in [0,1]";
        return before.inputSize().isPresent() ? List.of(output) : List.of(input(), output);
    }

    private String input() {
        return "no model.yaml: %s in [0,1] at the image's own size, %s, threshold %s"
                .formatted(
                        before.channels() == 3 ? "RGB" : "gray",
                        before.output().classes() == 1
                                ? "one class"
                                : "class %d of %d"
                                        .formatted(
                                                before.output().targetClass(),
                                                before.output().classes()),
                        before.threshold());
    }
}
