package io.limen.explainer.adapter.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelDescription.InputSize;
import io.limen.explainer.application.ModelDescription.Normalisation;
import io.limen.explainer.application.ModelDescription.Output;
import io.limen.explainer.application.ModelId;
import io.limen.explainer.application.Sha256;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * model.yaml, key by key. Absent keys: input of the image's own size, RGB, not normalised; one class; threshold 0.5.
 *
 * @param name as the folder above the version's
 * @param version as the folder
 * @param sha256 of model.pt
 * @param input what the model takes
 * @param output logits or probabilities
 * @param classes channels of the output
 * @param targetClass the one to explain
 * @param threshold foreground is a probability above it
 * @param bank folder of donor images, relative to model.yaml's folder
 * @param site where the model is deployed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "name",
    "version",
    "sha256",
    "input",
    "output",
    "classes",
    "targetClass",
    "threshold",
    "bank",
    "site"
})
record ModelYaml(
        String name,
        String version,
        String sha256,
        Input input,
        String output,
        Integer classes,
        Integer targetClass,
        Double threshold,
        String bank,
        String site) {

    static final double DEFAULT_THRESHOLD = 0.5;

    /**
     * @param height rows, pixels; absent together with width: the image's own size
     * @param width columns, pixels
     * @param channels 1 or 3
     * @param mean per channel
     * @param std per channel
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"height", "width", "channels", "mean", "std"})
    record Input(Integer height, Integer width, Integer channels, List<Float> mean, List<Float> std) {

        static final Input OWN_SIZE = new Input(null, null, null, null, null);

        Optional<InputSize> size() {
            check((height == null) == (width == null), "input.height and input.width go together");
            return height == null ? Optional.empty() : Optional.of(new InputSize(height, width));
        }

        int channelCount() {
            int count = channels == null ? 3 : channels;
            check(count == 1 || count == 3, "input.channels must be 1 or 3, not " + count);
            return count;
        }

        Normalisation normalisation() {
            return new Normalisation(perChannel("mean", mean, 0), perChannel("std", std, 1));
        }

        private float[] perChannel(String key, List<Float> values, float otherwise) {
            float[] all = new float[channelCount()];
            check(values == null || values.size() == all.length, "input." + key + " needs " + all.length + " numbers");
            for (int i = 0; i < all.length; i++) {
                all[i] = values == null ? otherwise : values.get(i);
                check(Float.isFinite(all[i]), "input." + key + " holds " + all[i]);
            }
            return all;
        }
    }

    static ModelYaml of(ModelDescription description, String bank) {
        Normalisation normalisation = description.normalisation();
        Input input = new Input(
                description.inputSize().map(InputSize::height).orElse(null),
                description.inputSize().map(InputSize::width).orElse(null),
                description.channels(),
                list(normalisation.mean()),
                list(normalisation.std()));
        return new ModelYaml(
                description.id().name(),
                description.id().version(),
                description.sha256(),
                input,
                description.output().kind().name().toLowerCase(Locale.ROOT),
                description.output().classes(),
                description.output().targetClass(),
                description.threshold(),
                bank,
                null);
    }

    /** @throws IllegalArgumentException when a value is missing or out of range; the message names the key */
    ModelDescription description() {
        check(name != null && version != null, "name and version are missing");
        check(Sha256.isWritten(sha256), "sha256 must be the 64 lower-case hexadecimal digits of model.pt's SHA-256");
        double foreground = threshold == null ? DEFAULT_THRESHOLD : threshold;
        check(foreground > 0 && foreground < 1, "threshold must lie between 0 and 1, not " + foreground);
        Input taken = input == null ? Input.OWN_SIZE : input;
        Output returned = new Output(kind(), classes == null ? 1 : classes, targetClass == null ? 0 : targetClass);
        return new ModelDescription(
                new ModelId(name, version),
                sha256,
                taken.size(),
                taken.channelCount(),
                taken.normalisation(),
                returned,
                foreground);
    }

    private Output.Kind kind() {
        return switch (String.valueOf(output)) {
            case "logits" -> Output.Kind.LOGITS;
            case "probabilities" -> Output.Kind.PROBABILITIES;
            case "auto" -> Output.Kind.AUTO;
            default -> throw new IllegalArgumentException("output must be logits or probabilities, not " + output);
        };
    }

    private static List<Float> list(float[] values) {
        List<Float> list = new java.util.ArrayList<>();
        for (float value : values) {
            list.add(value);
        }
        return list;
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
