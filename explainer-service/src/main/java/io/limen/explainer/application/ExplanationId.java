package io.limen.explainer.application;

import io.limen.explainer.domain.attribution.ExplanationSettings;
import io.limen.explainer.domain.attribution.ReferenceMode;
import io.limen.explainer.domain.component.ComponentSettings;
import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * The name of an explanation: SHA-256 over everything that determines its result, so that the same input has the same id
 * whoever computes it. The wall-clock budget is left out: it can cut a result short, but does not say what was asked.
 */
public final class ExplanationId {

    /** Raised when the same inputs would give another result. */
    public static final String METHOD = "limen-1";

    private final ModelDescription model;
    private final String bankSha256;
    private final ExplanationSettings settings;

    ExplanationId(ModelDescription model, String bankSha256, ExplanationSettings settings) {
        this.model = model;
        this.bankSha256 = bankSha256;
        this.settings = settings;
    }

    /** The id of the explanation of one image, 64 lower-case hexadecimal digits. */
    String of(String imageSha256, RegionOfInterest region, Reference reference) {
        List<String> lines = new ArrayList<>(List.of(METHOD, "image " + imageSha256, "model " + model.sha256()));
        lines.addAll(reading(model));
        lines.addAll(List.of(
                "bank " + bankSha256,
                "block " + settings.blockSize(),
                "schedule " + settings.schedule(),
                "seed " + settings.seed(),
                "forwards " + settings.budget().maxForwards(),
                "region " + describe(region),
                "reference " + digest(reference)));
        settings.components().ifPresent(components -> lines.add(describe(components)));
        if (settings.faithfulness() > 0) {
            lines.add("faithfulness " + settings.faithfulness());
        }
        return Sha256.of(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 over what the model's description says of input, normalisation, output and threshold. */
    public static String ofDescription(ModelDescription model) {
        return Sha256.of(String.join("\n", reading(model)).getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> reading(ModelDescription model) {
        return List.of(
                "input " + model.inputSize().map(Object::toString).orElse("own size") + " " + model.channels(),
                "mean " + Arrays.toString(model.normalisation().mean()),
                "std " + Arrays.toString(model.normalisation().std()),
                "output " + model.output() + " " + model.threshold());
    }

    private static String describe(ComponentSettings components) {
        return "components " + components.donors() + " " + components.topChannels() + " "
                + new TreeSet<>(components.kinds());
    }

    private static String digest(Reference reference) {
        if (reference.mode() == ReferenceMode.PREDICTION) {
            return "prediction";
        }
        return digest(reference.mask());
    }

    /** A rectangle by its numbers, in the words that ids were made of from the start; a set of pixels by those of its bounds and a digest of its pixels. */
    private static String describe(RegionOfInterest region) {
        String bounds = "RegionOfInterest[y=%d, x=%d, height=%d, width=%d]"
                .formatted(region.y(), region.x(), region.height(), region.width());
        return bounds + region.membership().map(pixels -> " " + digest(pixels)).orElse("");
    }

    private static String digest(Mask mask) {
        byte[] pixels = new byte[mask.foreground().length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (mask.foreground()[i] ? 1 : 0);
        }
        return mask.height() + "x" + mask.width() + " " + Sha256.of(pixels);
    }
}
