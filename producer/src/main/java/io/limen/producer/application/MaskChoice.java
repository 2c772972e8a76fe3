package io.limen.producer.application;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What the user says about masks.
 *
 * @param meaning what the masks beside the images are
 * @param folder where masks lie under the names of the images; empty: where the layout has them
 * @param suffix what marks a mask besides the suffixes in use
 * @param target the class that is foreground; empty: everything but 0
 */
public record MaskChoice(
        MaskMeaning meaning, Optional<Path> folder, Optional<String> suffix, Optional<MaskClass> target) {

    /** Drawn by a human, beside the images, every label foreground. */
    public static final MaskChoice PLAIN =
            new MaskChoice(MaskMeaning.GROUND_TRUTH, Optional.empty(), Optional.empty(), Optional.empty());

    public MaskChoice {
        Objects.requireNonNull(meaning, "meaning");
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(suffix, "suffix");
        Objects.requireNonNull(target, "target");
    }
}
