package io.limen.producer.application;

import io.limen.producer.domain.series.PhantomSeries;
import java.nio.file.Path;
import java.util.Objects;

/** Where the user wants cases to come from. */
public sealed interface CaseOrigin {

    /**
     * A folder of images and masks.
     *
     * @param folder the folder
     * @param masks what the masks beside the images are
     * @param studyPerFolder whether the images of one sub-folder belong to one study
     */
    record Folder(Path folder, MaskMeaning masks, boolean studyPerFolder) implements CaseOrigin {
        public Folder {
            Objects.requireNonNull(folder, "folder");
            Objects.requireNonNull(masks, "masks");
        }
    }

    /** Generated phantoms. */
    record Phantoms(PhantomSeries series) implements CaseOrigin {
        public Phantoms {
            Objects.requireNonNull(series, "series");
        }
    }
}
