package io.limen.producer.domain.pairing;

import static io.limen.producer.domain.pairing.NamePattern.companion;
import static io.limen.producer.domain.pairing.NamePattern.image;
import static io.limen.producer.domain.pairing.NamePattern.mask;
import static io.limen.producer.domain.pairing.NamePattern.prediction;

import java.util.List;
import java.util.Objects;

/**
 * A public data set, or a tool's convention, as it is downloaded: files are known by where they lie and what they are called.
 *
 * @param name the word that the user knows it by
 * @param onlyPairs whether names of images alone say too little to recognise it by
 * @param patterns the first that fits decides
 */
record NamedDataSet(String name, boolean onlyPairs, List<NamePattern> patterns) implements Layout {

    /** What comes before the folders that a data set is known by. */
    private static final String ANYWHERE = "(.*/|)";

    NamedDataSet {
        Objects.requireNonNull(name, "name");
        patterns = List.copyOf(patterns);
    }

    /**
     * ISIC challenges 2016 to 2018 (challenge.isic-archive.com): pictures and masks in sibling folders, superpixels and
     * attributes among them in some years.
     */
    static NamedDataSet isic() {
        return new NamedDataSet(
                "isic",
                true,
                List.of(
                        prediction("predictions/(?:.*/|)(ISIC_\\d+)(?:_segmentation)?\\.\\w+"),
                        image("(?:.*/|)(ISIC_\\d+)\\.\\w+"),
                        mask("(?:.*/|)(ISIC_\\d+)_segmentation\\.\\w+"),
                        companion("superpixel maps", "(?:.*/|)ISIC_\\d+_superpixels\\.\\w+"),
                        companion("attribute maps", "(?:.*/|)ISIC_\\d+_attribute_\\w+\\.\\w+")));
    }

    /** HAM10000 (Tschandl 2018): pictures in two parts, masks (Tschandl 2020) in a third folder. */
    static NamedDataSet ham10000() {
        return new NamedDataSet(
                "ham10000",
                false,
                List.of(
                        prediction("predictions/(?:.*/|)(ISIC_\\d+)(?:_segmentation)?\\.\\w+"),
                        image("(?:.*/|)HAM10000_images[^/]*/(ISIC_\\d+)\\.\\w+"),
                        mask("(?:.*/|)HAM10000_segmentations[^/]*/(?:.*/|)(ISIC_\\d+)_segmentation\\.\\w+")));
    }

    /** FIVES (Jin 2022): fundus pictures and vessels under the same name, by split. */
    static NamedDataSet fives() {
        return new NamedDataSet(
                "fives",
                false,
                List.of(
                        image(ANYWHERE + "(train|test)/Original/([^/]+)\\.\\w+"),
                        mask(ANYWHERE + "(train|test)/Ground[ _]?truth/([^/]+)\\.\\w+")));
    }

    /** DRIVE (Staal 2004): the first observer's vessels are the mask; {@code mask/} holds the field of view. */
    static NamedDataSet drive() {
        return new NamedDataSet(
                "drive",
                false,
                List.of(
                        image(ANYWHERE + "(training|test)/images/(\\d+)_(?:training|test)\\.\\w+"),
                        mask(ANYWHERE + "(training|test)/1st_manual/(\\d+)_manual1\\.\\w+"),
                        companion("second observer's masks", ".*(?:training|test)/2nd_manual/\\d+_manual2\\.\\w+"),
                        companion("fields of view", ".*(?:training|test)/mask/\\d+_(?:training|test)_mask\\.\\w+")));
    }

    /** nnU-Net (Isensee 2021), version 2: the channel is the suffix of an image, and the first is shown. */
    static NamedDataSet nnUnet() {
        return new NamedDataSet(
                "nnunet",
                false,
                List.of(
                        image(ANYWHERE + "images(Tr|Ts)/([^/]+)_0000\\.(?:nii\\.gz|\\w+)"),
                        mask(ANYWHERE + "labels(Tr|Ts)/([^/]+?)\\.(?:nii\\.gz|\\w+)"),
                        companion("further channels", ".*images(?:Tr|Ts)/[^/]+_\\d{4}\\.(?:nii\\.gz|\\w+)")));
    }

    @Override
    public Role roleOf(String fileName) {
        return patterns.stream()
                .flatMap(pattern -> pattern.roleOf(fileName).stream())
                .findFirst()
                .orElseGet(Role.Stranger::new);
    }

    @Override
    public boolean fits(Pairing pairing) {
        return onlyPairs ? pairing.withMask() > 0 : !pairing.files().isEmpty();
    }
}
