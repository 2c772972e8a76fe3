package io.limen.producer.adapter.http;

import io.limen.producer.application.intake.BroughtCase;
import io.limen.producer.application.intake.BroughtFiles;
import io.limen.producer.application.intake.FileReading;
import io.limen.producer.domain.deployment.Deployment;
import io.limen.producer.domain.deployment.ModelVersion;
import io.limen.producer.domain.identity.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A case as a program sends it, not checked yet; what is not there is null.
 *
 * @param label what is said of the case
 * @param image file with the image
 * @param mask file with the model's mask
 * @param groundTruth file with a human's mask
 */
record Submission(Label label, Path image, Path mask, Path groundTruth) {

    private static final int LONGEST_STUDY = 200;

    /**
     * What is said of a case; what is not there is null.
     *
     * @param model NAME@VERSION
     * @param site where the model runs
     * @param study what the house calls the study
     * @param targetClass value of the foreground in masks
     * @param key the idempotency key
     */
    record Label(String model, String site, String study, Integer targetClass, String key) {}

    /**
     * The case.
     *
     * @throws IllegalArgumentException one line, when something is missing or has no meaning
     */
    BroughtCase brought(String by, FileReading reading) {
        if (image == null) {
            throw new IllegalArgumentException("the image is missing (part image)");
        }
        if (label.model() == null || label.site() == null) {
            throw new IllegalArgumentException("model (NAME@VERSION) and site are needed");
        }
        if (label.study() != null && (label.study().isBlank() || label.study().length() > LONGEST_STUDY)) {
            throw new IllegalArgumentException("study has 1 to " + LONGEST_STUDY + " characters");
        }
        OptionalInt target = label.targetClass() == null ? OptionalInt.empty() : OptionalInt.of(label.targetClass());
        BroughtFiles files = new BroughtFiles(
                image,
                new BroughtFiles.Masks(Optional.ofNullable(mask), Optional.ofNullable(groundTruth), target),
                Optional.ofNullable(label.study()));
        return new BroughtCase(
                reading.of(files),
                new Deployment(ModelVersion.parse(label.model()), label.site()),
                by,
                Optional.ofNullable(label.key()).map(key -> new BroughtCase.Claim(key, digest())));
    }

    private Sha256 digest() {
        return Sha256.of(String.join(
                "\n",
                label.model(),
                label.site(),
                String.valueOf(label.study()),
                String.valueOf(label.targetClass()),
                digest(image),
                digest(mask),
                digest(groundTruth)));
    }

    private static String digest(Path file) {
        if (file == null) {
            return "";
        }
        try (InputStream content = Files.newInputStream(file)) {
            return Sha256.of(content).hex();
        } catch (IOException e) {
            throw new UncheckedIOException("what was sent can't be read again", e);
        }
    }
}
