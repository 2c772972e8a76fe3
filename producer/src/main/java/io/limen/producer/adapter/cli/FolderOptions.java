package io.limen.producer.adapter.cli;

import io.limen.producer.application.CaseOrigin;
import io.limen.producer.application.MaskChoice;
import io.limen.producer.application.MaskClass;
import io.limen.producer.application.MaskMeaning;
import io.limen.producer.domain.pairing.Layouts;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that make sense with a folder only. */
final class FolderOptions {

    @Option(
            names = "--dataset",
            paramLabel = "DIR",
            description = "Folder to replay: DIR/images with DIR/masks (same names; a suffix such as _mask or"
                    + " _segmentation is understood) and DIR/predictions, one folder in which masks bear a suffix, or a"
                    + " data set as it is downloaded: ISIC, HAM10000, FIVES, DRIVE, or in the folders of nnU-Net. PNG,"
                    + " JPEG, TIFF, BMP, GIF of any size up to 40 megapixels; NIfTI volumes (.nii, .nii.gz), slice by slice,"
                    + " with masks of the same voxels.")
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

    @Option(
            names = "--layout",
            paramLabel = "NAME",
            description = "How the images are laid out: folders, flat, isic, ham10000, fives, drive or nnunet. Default:"
                    + " as they look.")
    private String layout;

    @Option(
            names = "--masks-dir",
            paramLabel = "DIR",
            description = "The masks lie here, under the names of the images (sub-folders too).")
    private Path masksDir;

    @Option(
            names = "--masks-suffix",
            paramLabel = "TEXT",
            description = "The name of a mask ends like this, such as _lesion, besides the suffixes in use.")
    private String masksSuffix;

    @Option(
            names = "--class",
            paramLabel = "N|NAME",
            converter = MaskClassConverter.class,
            description =
                    "Of masks with several classes, this one is the foreground: the sample's value (with a palette,"
                            + " the number in it), or its name in the dataset.json of nnU-Net's folders. Default: everything but 0"
                            + " and what dataset.json calls ignore.")
    private MaskClass target;

    @Mixin
    private VolumeOptions volumes;

    /** The first option that makes no sense without a folder, or null. */
    String stray() {
        Map<String, Boolean> there = new LinkedHashMap<>();
        there.put("--masks", masks != null);
        there.put("--study-per-folder", studyPerFolder);
        there.put("--layout", layout != null);
        there.put("--masks-dir", masksDir != null);
        there.put("--masks-suffix", masksSuffix != null);
        there.put("--class", target != null);
        if (given()) {
            return null;
        }
        return volumes.first() != null
                ? volumes.first()
                : there.keySet().stream().filter(there::get).findFirst().orElse(null);
    }

    /** The folder, or IllegalArgumentException with a line for the user. */
    CaseOrigin.Folder origin() {
        if (layout != null && !Layouts.NAMES.contains(layout)) {
            throw new IllegalArgumentException(
                    "--layout: " + layout + " is none of " + String.join(", ", Layouts.NAMES));
        }
        if (layout != null && masksDir != null) {
            throw new IllegalArgumentException("--layout says where the masks lie, and --masks-dir says it again");
        }
        if (masksSuffix != null && masksSuffix.isBlank()) {
            throw new IllegalArgumentException("--masks-suffix: an empty suffix marks nothing");
        }
        return new CaseOrigin.Folder(
                dataset.toAbsolutePath().normalize(),
                Optional.ofNullable(layout),
                choice(),
                volumes.choice(),
                studyPerFolder);
    }

    private MaskChoice choice() {
        return new MaskChoice(
                masks == null ? MaskMeaning.GROUND_TRUTH : masks,
                Optional.ofNullable(masksDir),
                Optional.ofNullable(masksSuffix),
                Optional.ofNullable(target));
    }
}
