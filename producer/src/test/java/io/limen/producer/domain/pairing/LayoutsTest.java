package io.limen.producer.domain.pairing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LayoutsTest {

    private static final MaskSuffixes SUFFIXES = MaskSuffixes.inUseAnd(Optional.empty());

    @Test
    void isicHasPicturesAndMasksInSiblingFolders() {
        Pairing pairing = pairedAs(
                "isic",
                "ISIC2018_Task1-2_Training_Input/ISIC_0000000.jpg",
                "ISIC2018_Task1-2_Training_Input/ISIC_0000001.jpg",
                "ISIC2018_Task1-2_Training_Input/ISIC_0000001_superpixels.png",
                "ISIC2018_Task1_Training_GroundTruth/ISIC_0000000_segmentation.png",
                "ISIC2018_Task1_Training_GroundTruth/ISIC_0000001_Segmentation.png",
                "ISIC2018_Task2_Training_GroundTruth/ISIC_0000001_attribute_globules.png");

        assertEquals(
                List.of(
                        pair(
                                "ISIC2018_Task1-2_Training_Input/ISIC_0000000.jpg",
                                "ISIC2018_Task1_Training_GroundTruth/ISIC_0000000_segmentation.png"),
                        pair(
                                "ISIC2018_Task1-2_Training_Input/ISIC_0000001.jpg",
                                "ISIC2018_Task1_Training_GroundTruth/ISIC_0000001_Segmentation.png")),
                pairing.files());
        assertEquals(Map.of("superpixel maps", 1, "attribute maps", 1), pairing.companions());
    }

    @Test
    void ham10000HasItsPicturesInTwoParts() {
        Pairing pairing = pairedAs(
                "ham10000",
                "HAM10000_images_part_1/ISIC_0024306.jpg",
                "HAM10000_images_part_2/ISIC_0029306.jpg",
                "HAM10000_segmentations_lesion_tschandl/ISIC_0024306_segmentation.png",
                "HAM10000_segmentations_lesion_tschandl/ISIC_0029306_segmentation.png");

        assertEquals(2, pairing.withMask());
        assertEquals(List.of(), pairing.orphans());
    }

    /** The same number is another picture in the other split. */
    @Test
    void fivesHasItsMasksUnderTheSameNameBySplit() {
        Pairing pairing = pairedAs(
                "fives",
                "FIVES/test/Ground truth/1_A.png",
                "FIVES/test/Original/1_A.png",
                "FIVES/train/Ground truth/1_A.png",
                "FIVES/train/Original/1_A.png");

        assertEquals(
                List.of(
                        pair("FIVES/test/Original/1_A.png", "FIVES/test/Ground truth/1_A.png"),
                        pair("FIVES/train/Original/1_A.png", "FIVES/train/Ground truth/1_A.png")),
                pairing.files());
    }

    @Test
    void inDriveTheFieldOfViewIsNotTheSegmentation() {
        Pairing pairing = pairedAs(
                "drive",
                "test/images/01_test.tif",
                "test/mask/01_test_mask.gif",
                "training/1st_manual/21_manual1.gif",
                "training/images/21_training.tif",
                "training/mask/21_training_mask.gif");

        assertEquals(
                List.of(
                        new PairedFile("test/images/01_test.tif", List.of(), List.of()),
                        pair("training/images/21_training.tif", "training/1st_manual/21_manual1.gif")),
                pairing.files());
        assertEquals(Map.of("fields of view", 2), pairing.companions());
    }

    @Test
    void nnUnetMarksTheChannelAndTheFirstIsShown() {
        Pairing pairing = pairedAs(
                "nnunet",
                "Dataset001_X/imagesTr/case_1_0000.png",
                "Dataset001_X/imagesTr/case_1_0001.png",
                "Dataset001_X/imagesTs/case_2_0000.png",
                "Dataset001_X/labelsTr/case_1.png");

        assertEquals(
                List.of(
                        pair("Dataset001_X/imagesTr/case_1_0000.png", "Dataset001_X/labelsTr/case_1.png"),
                        new PairedFile("Dataset001_X/imagesTs/case_2_0000.png", List.of(), List.of())),
                pairing.files());
        assertEquals(Map.of("further channels", 1), pairing.companions());
    }

    @Test
    void nnUnetMayHoldVolumes() {
        Pairing pairing = pairedAs("nnunet", "imagesTr/la_1_0000.nii.gz", "labelsTr/la_1.nii.gz");

        assertEquals(1, pairing.withMask());
    }

    /** HAM10000 as others pass it on: masks under the very names of the pictures. */
    @Test
    void namesOfOneDataSetInTheFoldersOfAnotherGoByTheFolders() {
        Pairing pairing =
                pairedAs("folders", "images/ISIC_0024306.png", "images/ISIC_0024307.png", "masks/ISIC_0024306.png");

        assertEquals(1, pairing.withMask());
        assertEquals(2, pairing.files().size());
    }

    /** Few names of a data set among many others say nothing of the others. */
    @Test
    void theLayoutThatExplainsMostIsTaken() {
        Pairing pairing =
                pairedAs("flat", "ISIC_0000000.jpg", "ISIC_0000000_segmentation.png", "mine.png", "mine_mask.png");

        assertEquals(2, pairing.withMask());
    }

    @Test
    void predictionsMayLieBesideADataSet() {
        Pairing pairing = pairedAs(
                "isic", "Data/ISIC_0000000.jpg", "Truth/ISIC_0000000_segmentation.png", "predictions/ISIC_0000000.png");

        assertEquals(
                List.of("predictions/ISIC_0000000.png"), pairing.files().get(0).predictions());
    }

    @Test
    void whatIsLaidOutInNoWayThatIsKnownFitsNothing() {
        assertEquals(
                Optional.empty(), Layouts.fitting(List.of("photos/a.png", "drawn/a.png"), SUFFIXES, Optional.empty()));
    }

    @Test
    void everyLayoutHasItsName() {
        for (String name : Layouts.NAMES) {
            assertEquals(
                    Optional.of(name),
                    Layouts.named(name, SUFFIXES, Optional.empty()).map(Layout::name));
        }
        assertEquals(Optional.empty(), Layouts.named("shelf", SUFFIXES, Optional.empty()));
    }

    private static PairedFile pair(String image, String mask) {
        return new PairedFile(image, List.of(mask), List.of());
    }

    private static Pairing pairedAs(String layoutName, String... names) {
        Layout layout =
                Layouts.fitting(List.of(names), SUFFIXES, Optional.empty()).orElseThrow();
        assertEquals(layoutName, layout.name());
        return layout.pair(List.of(names));
    }
}
