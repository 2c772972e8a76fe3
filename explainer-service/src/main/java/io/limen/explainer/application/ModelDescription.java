package io.limen.explainer.application;

import java.util.Optional;

/**
 * What is known of a model before it runs: the contract of model.yaml.
 *
 * @param id name and version
 * @param sha256 SHA-256 of model.pt, 64 lower-case hexadecimal digits
 * @param inputSize rows and columns of the input; empty: the image's own size
 * @param channels 1 or 3
 * @param normalisation per channel
 * @param output what the model returns
 * @param threshold foreground is a probability above it, in (0,1)
 */
public record ModelDescription(
        ModelId id,
        String sha256,
        Optional<InputSize> inputSize,
        int channels,
        Normalisation normalisation,
        Output output,
        double threshold) {

    /** The same of another file. */
    public ModelDescription withSha256(String other) {
        return new ModelDescription(id, other, inputSize, channels, normalisation, output, threshold);
    }

    /** Rows and columns of a model's input, pixels. */
    public record InputSize(int height, int width) {
        public InputSize {
            if (height < 1 || width < 1 || height > 8192 || width > 8192) {
                throw new IllegalArgumentException("InputSize: " + height + "x" + width);
            }
        }
    }

    /** (value - mean) / std per channel, of values in [0,1]. */
    public record Normalisation(float[] mean, float[] std) {
        public Normalisation {
            mean = mean.clone();
            std = std.clone();
            if (mean.length != std.length) {
                throw new IllegalArgumentException("Normalisation: " + mean.length + " means, " + std.length + " stds");
            }
            for (float deviation : std) {
                if (!(deviation > 0)) {
                    throw new IllegalArgumentException("Normalisation: std " + deviation);
                }
            }
        }
    }

    /**
     * @param kind logits or probabilities; AUTO: probabilities when the first output lies in [0,1]
     * @param classes channels of the output, 1 or more
     * @param targetClass index of the class to explain
     */
    public record Output(Kind kind, int classes, int targetClass) {
        public Output {
            if (classes < 1 || targetClass < 0 || targetClass >= classes) {
                throw new IllegalArgumentException("Output: class " + targetClass + " of " + classes);
            }
        }

        /** How the output is to be read: logits go through a sigmoid (one class) or a softmax (several). */
        public enum Kind {
            LOGITS,
            PROBABILITIES,
            AUTO
        }
    }
}
