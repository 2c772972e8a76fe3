package io.limen.producer.adapter.cli;

import io.limen.producer.application.CaseOrigin;
import io.limen.producer.application.MaskMeaning;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options that make sense with a folder only. */
final class FolderOptions {

    @Option(
            names = "--dataset",
            paramLabel = "DIR",
            description = "Folder to replay: DIR/images with DIR/masks (same names; a suffix such as _mask or"
                    + " _segmentation is understood) and DIR/predictions, or one folder in which masks bear a suffix."
                    + " PNG, JPEG, TIFF, BMP, GIF of any size up to 40 megapixels.")
    private Path dataset;

    @Option(
            names = "--masks",
            paramLabel = "KIND",
            converter = MaskMeaningConverter.class,
            description = "What the masks are: ground-truth (drawn by a human, the default) or prediction (made by the"
                    + " deployed model). DIR/predictions always holds predictions.")
    private MaskMeaning masks;

    @Option(
            names = "--study-per-folder",
            description = "The images in one sub-folder of DIR/images belong to one study. Without it, every image is a"
                    + " study of its own.")
    private boolean studyPerFolder;

    boolean given() {
        return dataset != null;
    }

    /** The first option that makes no sense without a folder, or null. */
    String stray() {
        return given() ? null : masks != null ? "--masks" : studyPerFolder ? "--study-per-folder" : null;
    }

    CaseOrigin.Folder origin() {
        return new CaseOrigin.Folder(dataset, masks == null ? MaskMeaning.GROUND_TRUTH : masks, studyPerFolder);
    }
}
