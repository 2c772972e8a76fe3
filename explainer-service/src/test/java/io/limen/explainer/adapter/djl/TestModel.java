package io.limen.explainer.adapter.djl;

import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelDescription.InputSize;
import io.limen.explainer.application.ModelDescription.Normalisation;
import io.limen.explainer.application.ModelDescription.Output;
import io.limen.explainer.application.ModelDescription.Output.Kind;
import io.limen.explainer.application.ModelId;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.domain.image.Image;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;

/** The committed tiny models, loaded as a test wants them; src/test/models/make_models.py tells what each does. */
final class TestModel {

    static final Normalisation NONE = new Normalisation(new float[3], new float[] {1, 1, 1});
    static final Output ONE_CLASS = new Output(Kind.PROBABILITIES, 1, 0);

    private TestModel() {}

    static Path file(String name) {
        return Path.of("src/test/resources/models", name + ".pt");
    }

    static SegmentationModel load(String name) throws ModelRejectedException {
        return load(name, NONE, ONE_CLASS);
    }

    static SegmentationModel load(String name, Normalisation normalisation, Output output)
            throws ModelRejectedException {
        return new TorchScriptLoader(4).load(file(name), description(Optional.empty(), normalisation, output));
    }

    static ModelDescription description(Optional<InputSize> size, Normalisation normalisation, Output output) {
        ModelId id = new ModelId("test", "1");
        return new ModelDescription(id, "0".repeat(64), size, 3, normalisation, output, 0.5);
    }

    /** An image of noise. */
    static Image noise(int height, int width, long seed) {
        float[] pixels = new float[3 * height * width];
        Random random = new Random(seed);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat();
        }
        return new Image(height, width, 3, pixels);
    }
}
