package io.limen.explainer.adapter.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What is explained, and where the results go. */
final class CaseOptions {

    @Option(
            names = "--model",
            paramLabel = "FILE|DIR",
            description = {
                "A TorchScript file, or a folder with model.pt and model.yaml.",
                "A file without a model.yaml beside it: RGB in [0,1] at the image's own size, one class, output"
                        + " taken as probabilities when it lies in [0,1], else as logits, threshold 0.5."
            })
    private Path model;

    @Option(
            names = "--image",
            paramLabel = "FILE",
            description = "The image that was segmented (PNG, JPEG, TIFF, BMP, GIF).")
    private Path image;

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
            paramLabel = "Y,X,H,W|object|mask:FILE",
            converter = RegionConverter.class,
            description = {
                "Region of interest in pixels of the model's output: top row, left column, height, width.",
                "object: all pixels of the largest object of the reference mask.",
                "mask:FILE: the pixels that are not 0 in a mask of the image's size, or of the model's output.",
                "Without it: the 32x32 window on the boundary of the segmented object."
            })
    private RegionOption region;

    @Option(
            names = "--bank",
            paramLabel = "DIR",
            description = {
                "A folder of images of the same kind, which donate patches; the explained image is left out of it.",
                "Without it: the bank that model.yaml names."
            })
    private Path bank;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the results; made where there is none, files of the same names are replaced.")
    private Path out;

    /** Refuses a command that names no model, image or folder: options in a group with a heading are not checked by picocli. */
    void requireComplete() throws UserMistakeException {
        require(model, "--model=FILE|DIR");
        require(image, "--image=FILE");
        require(out, "--out=DIR");
    }

    Path model() {
        return model;
    }

    Path image() {
        return image;
    }

    Path out() {
        return out;
    }

    Optional<Path> reference() {
        return Optional.ofNullable(reference);
    }

    Optional<RegionOption> region() {
        return Optional.ofNullable(region);
    }

    Optional<Path> bank() {
        return Optional.ofNullable(bank);
    }

    private static void require(Path path, String option) throws UserMistakeException {
        if (path == null) {
            throw new UserMistakeException("missing option: " + option + " (limen explain --help explains)");
        }
    }
}
