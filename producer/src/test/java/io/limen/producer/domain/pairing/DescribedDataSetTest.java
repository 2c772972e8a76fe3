package io.limen.producer.domain.pairing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DescribedDataSetTest {

    private static final MaskSuffixes SUFFIXES = MaskSuffixes.inUseAnd(Optional.empty());

    /** The Decathlon has no channel in the names of its images; nnU-Net's first version lists them without. */
    @Test
    void whatIsListedIsPairedWhateverItIsCalled() {
        DataSetDescription listed = listing(Map.of(
                "imagesTr/liver_1.nii.gz", Optional.of("labelsTr/liver_1.nii.gz"),
                "imagesTr/scan.nii.gz", Optional.of("labelsTr/drawn.nii.gz"),
                "imagesTr/la_2.nii.gz", Optional.of("labelsTr/la_2.nii.gz"),
                "imagesTs/liver_9.nii.gz", Optional.empty()));

        Pairing pairing = pair(
                listed,
                "imagesTr/la_2_0000.nii.gz",
                "imagesTr/la_2_0001.nii.gz",
                "imagesTr/liver_1.nii.gz",
                "imagesTr/scan.nii.gz",
                "imagesTs/liver_9.nii.gz",
                "labelsTr/drawn.nii.gz",
                "labelsTr/la_2.nii.gz",
                "labelsTr/liver_1.nii.gz");

        assertEquals(
                List.of(
                        new PairedFile("imagesTr/la_2_0000.nii.gz", List.of("labelsTr/la_2.nii.gz"), List.of()),
                        new PairedFile("imagesTr/liver_1.nii.gz", List.of("labelsTr/liver_1.nii.gz"), List.of()),
                        new PairedFile("imagesTr/scan.nii.gz", List.of("labelsTr/drawn.nii.gz"), List.of()),
                        new PairedFile("imagesTs/liver_9.nii.gz", List.of(), List.of())),
                pairing.files());
        assertEquals(Map.of("further channels", 1), pairing.companions());
        assertEquals(List.of(), pairing.orphans());
    }

    @Test
    void whatIsNotListedGoesByItsName() {
        Pairing pairing = pair(listing(Map.of()), "imagesTr/a_0000.png", "imagesTr/a_0001.png", "labelsTr/a.png");

        assertEquals(
                List.of(new PairedFile("imagesTr/a_0000.png", List.of("labelsTr/a.png"), List.of())), pairing.files());
    }

    @Test
    void filesOfAnotherEndingAreNoImages() {
        DataSetDescription png =
                new DataSetDescription("", Optional.of(".png"), List.of(), Map.of(), Set.of(), Map.of());

        Pairing pairing = pair(png, "imagesTr/a_0000.PNG", "imagesTr/a_0000.jpg", "labelsTr/a.png", "labelsTr/a.gif");

        assertEquals(
                List.of(new PairedFile("imagesTr/a_0000.PNG", List.of("labelsTr/a.png"), List.of())), pairing.files());
        assertEquals(Map.of("files of another ending than dataset.json says", 2), pairing.companions());
    }

    @Test
    void theFolderOfTheDescriptionIsTheOneItSpeaksOf() {
        DataSetDescription inner = new DataSetDescription(
                "Dataset007/",
                Optional.empty(),
                List.of(),
                Map.of(),
                Set.of(),
                Map.of("imagesTr/a.png", Optional.of("labelsTr/b.png")));

        Pairing pairing = pair(inner, "Dataset007/imagesTr/a.png", "Dataset007/labelsTr/b.png", "imagesTr/a.png");

        assertEquals(
                List.of(new PairedFile("Dataset007/imagesTr/a.png", List.of("Dataset007/labelsTr/b.png"), List.of())),
                pairing.files());
        assertEquals(List.of("imagesTr/a.png"), pairing.strangers());
    }

    private static DataSetDescription listing(Map<String, Optional<String>> masks) {
        return new DataSetDescription("", Optional.empty(), List.of(), Map.of(), Set.of(), masks);
    }

    private static Pairing pair(DataSetDescription description, String... names) {
        Layout layout = Layouts.fitting(List.of(names), SUFFIXES, Optional.of(description))
                .orElseThrow();
        assertEquals("nnunet", layout.name());
        return layout.pair(List.of(names));
    }
}
