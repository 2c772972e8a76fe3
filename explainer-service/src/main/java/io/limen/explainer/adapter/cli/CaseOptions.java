package io.limen.explainer.adapter.cli;

import io.limen.explainer.domain.image.RegionOfInterest;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What is explained. */
final class CaseOptions {

    @Option(
            names = "--model",
            required = true,
            paramLabel = "FILE|DIR",
            description = {
                "A TorchScript file, or a folder with model.pt and model.yaml.",
                "A file without a model.yaml beside it: RGB in [0,1] at the image's own size, one class, output"
                        + " taken as probabilities when it lies in [0,1], else as logits, threshold 0.5."
            })
    Path model;

    @Option(
            names = "--image",
            required = true,
            paramLabel = "FILE",
            description = "The image that was segmented (PNG, JPEG, BMP, GIF).")
    Path image;

    @Option(
            names = "--reference",
            paramLabel = "FILE",
            description = {
                "Ground truth: a mask of the image's size, foreground where it is not 0.",
                "Without it the model's own mask is the reference, and no effect is positive."
            })
    private Path reference;

    @Option(
            names = "--roi",
            paramLabel = "Y,X,H,W",
            converter = RegionConverter.class,
            description = {
                "Region of interest in pixels of the model's output: top row, left column, height, width.",
                "Without it: the 32x32 window on the boundary of the segmented object."
            })
    private RegionOfInterest region;

    @Option(
            names = "--bank",
            paramLabel = "DIR",
            description = {
                "A folder of images of the same kind, which donate patches; the explained image is left out of it.",
                "Without it: the bank that model.yaml names."
            })
    private Path bank;

    Optional<Path> reference() {
        return Optional.ofNullable(reference);
    }

    Optional<RegionOfInterest> region() {
        return Optional.ofNullable(region);
    }

    Optional<Path> bank() {
        return Optional.ofNullable(bank);
    }
}
