package io.limen.producer.application;

import io.limen.producer.domain.series.PhantomSeries;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Where the user wants cases to come from. */
public sealed interface CaseOrigin {

    /**
     * A folder of images and masks.
     *
     * @param folder the folder
     * @param layout how its images are laid out, by name; empty: as they look
     * @param masks which masks, and what they are
     * @param volumes how volumes are cut
     * @param studyPerFolder whether the images of one sub-folder belong to one study
     */
    record Folder(Path folder, Optional<String> layout, MaskChoice masks, VolumeChoice volumes, boolean studyPerFolder)
            implements CaseOrigin {
        public Folder {
            Objects.requireNonNull(folder, "folder");
            Objects.requireNonNull(layout, "layout");
            Objects.requireNonNull(masks, "masks");
            Objects.requireNonNull(volumes, "volumes");
        }
    }

    /** Generated phantoms. */
    record Phantoms(PhantomSeries series) implements CaseOrigin {
        public Phantoms {
            Objects.requireNonNull(series, "series");
        }
    }
}
