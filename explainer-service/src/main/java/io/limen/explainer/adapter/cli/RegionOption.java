package io.limen.explainer.adapter.cli;

import io.limen.explainer.domain.image.RegionOfInterest;
import java.nio.file.Path;

/** What {@code --roi} asked for. */
sealed interface RegionOption {

    /** {@code object}: the largest object of the reference mask. */
    record LargestObject() implements RegionOption {}

    /** {@code Y,X,H,W}. */
    record Rectangle(RegionOfInterest region) implements RegionOption {}

    /** {@code mask:FILE}: the foreground of a mask, of the image's size or of the model's output. */
    record MaskFile(Path path) implements RegionOption {}
}
