package io.limen.explainer.adapter.cli;

import io.limen.explainer.application.CaseToExplain;
import io.limen.explainer.application.ExplanationOutcome;
import io.limen.explainer.application.ExplanationOutcome.Explained;
import io.limen.explainer.application.ExplanationOutcome.Failed;
import io.limen.explainer.application.ExplanationOutcome.Skipped;
import io.limen.explainer.application.ImageDecoder;
import io.limen.explainer.application.ImageDecoder.UnreadableImageException;
import io.limen.explainer.application.RegionSelection;
import io.limen.explainer.domain.attribution.Explanation;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.Mask;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Makes a case of the files that the user named, and turns what does not fit into one clear line.
 *
 * @param decoder reads image and mask
 */
record CaseReader(ImageDecoder decoder) {

    /**
     * Reads image and ground truth; the region is left to be chosen.
     *
     * @throws UserMistakeException when a file is missing, is no image, or the mask is of another size
     */
    CaseToExplain read(CaseOptions options) throws UserMistakeException {
        return read(options.image(), options.reference());
    }

    /** As {@link #read(CaseOptions)}, of files named otherwise. */
    CaseToExplain read(Path imageFile, Optional<Path> reference) throws UserMistakeException {
        InputFile file = InputFile.read("--image", imageFile);
        Image image = image(file);
        Optional<Mask> groundTruth = Optional.empty();
        if (reference.isPresent()) {
            groundTruth = Optional.of(mask(reference.get(), image));
        }
        return new CaseToExplain(
                image, file.sha256(), Optional.empty(), groundTruth, new RegionSelection.BoundaryWindow());
    }

    /**
     * The explanation.
     *
     * @throws UserMistakeException with the reason why there is none
     */
    static Explanation requireExplained(ExplanationOutcome outcome) throws UserMistakeException {
        if (outcome instanceof Explained explained) {
            return explained.explanation();
        }
        if (outcome instanceof Skipped skipped) {
            throw new UserMistakeException("nothing to explain: " + skipped.reason());
        }
        throw new UserMistakeException("can't explain: " + ((Failed) outcome).reason());
    }

    private Image image(InputFile file) throws UserMistakeException {
        try {
            return decoder.image(file.content());
        } catch (UnreadableImageException e) {
            throw new UserMistakeException("--image: " + file.path() + ": " + e.getMessage(), e);
        }
    }

    private Mask mask(Path path, Image image) throws UserMistakeException {
        InputFile file = InputFile.read("--reference", path);
        Mask mask;
        try {
            mask = decoder.mask(file.content());
        } catch (UnreadableImageException e) {
            throw new UserMistakeException("--reference: " + path + ": " + e.getMessage(), e);
        }
        if (mask.height() != image.height() || mask.width() != image.width()) {
            throw new UserMistakeException("--reference: the mask is %dx%d pixels, the image %dx%d (width x height)"
                    .formatted(mask.width(), mask.height(), image.width(), image.height()));
        }
        return mask;
    }
}
