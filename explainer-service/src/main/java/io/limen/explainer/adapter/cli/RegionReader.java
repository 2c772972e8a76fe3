package io.limen.explainer.adapter.cli;

import io.limen.explainer.application.CaseToExplain;
import io.limen.explainer.application.ImageDecoder;
import io.limen.explainer.application.ImageDecoder.UnreadableImageException;
import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelDescription.InputSize;
import io.limen.explainer.application.RegionSelection;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.image.Resampling;
import java.nio.file.Path;

/**
 * Finds the region that the user asked for in the model's output.
 *
 * @param decoder reads masks
 */
record RegionReader(ImageDecoder decoder) {

    /**
     * The case with its region.
     *
     * @throws UserMistakeException when the region reaches beyond the output, or its mask can't be used
     */
    CaseToExplain place(CaseToExplain subject, RegionOption option, ModelDescription model)
            throws UserMistakeException {
        Image image = subject.image();
        InputSize output = model.inputSize().orElse(new InputSize(image.height(), image.width()));
        return new CaseToExplain(
                image,
                subject.imageSha256(),
                subject.deployedMask(),
                subject.groundTruth(),
                selection(option, image, output));
    }

    private RegionSelection selection(RegionOption option, Image image, InputSize output) throws UserMistakeException {
        if (option instanceof RegionOption.Rectangle rectangle) {
            requireInside(rectangle.region(), output);
            return new RegionSelection.Given(rectangle.region());
        }
        return option instanceof RegionOption.MaskFile file
                ? new RegionSelection.Given(foreground(file.path(), image, output))
                : new RegionSelection.LargestObject();
    }

    private static void requireInside(RegionOfInterest region, InputSize output) throws UserMistakeException {
        if (!region.fitsIn(output.height(), output.width())) {
            throw new UserMistakeException(
                    "--roi: rows %d to %d, columns %d to %d reach beyond the model's output of %d rows and %d columns"
                            .formatted(
                                    region.y(),
                                    region.y() + region.height() - 1,
                                    region.x(),
                                    region.x() + region.width() - 1,
                                    output.height(),
                                    output.width()));
        }
    }

    private RegionOfInterest foreground(Path path, Image image, InputSize output) throws UserMistakeException {
        Mask mask = mask(path);
        boolean asOutput = mask.height() == output.height() && mask.width() == output.width();
        if (!asOutput && (mask.height() != image.height() || mask.width() != image.width())) {
            throw new UserMistakeException(
                    "--roi: the mask is %dx%d pixels, neither the image's %dx%d nor the model's output's %dx%d (width x height)"
                            .formatted(
                                    mask.width(),
                                    mask.height(),
                                    image.width(),
                                    image.height(),
                                    output.width(),
                                    output.height()));
        }
        Mask fitted = asOutput ? mask : Resampling.resize(mask, output.height(), output.width());
        return RegionOfInterest.foregroundOf(fitted)
                .orElseThrow(() -> new UserMistakeException("--roi: " + path + ": the mask has no foreground"));
    }

    private Mask mask(Path path) throws UserMistakeException {
        InputFile file = InputFile.read("--roi", path);
        try {
            return decoder.mask(file.content());
        } catch (UnreadableImageException e) {
            throw new UserMistakeException("--roi: " + path + ": " + e.getMessage(), e);
        }
    }
}
