package io.limen.producer.domain.pairing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairingTest {

    private static final MaskSuffixes SUFFIXES = MaskSuffixes.inUseAnd(Optional.empty());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.png",
                "a.gif",
                "A.PNG",
                "a_mask.png",
                "a_segmentation.png",
                "a-mask.tif",
                "a_Seg.bmp",
                "a_gt.png",
                "a"
            })
    void aMaskBearsTheNameOfItsImage(String mask) {
        Pairing pairing = pair("images/a.jpg", "images/b.jpg", "masks/" + mask);

        assertEquals(List.of("masks/" + mask), pairing.files().get(0).masks());
        assertEquals(List.of(), pairing.files().get(1).masks());
        assertEquals(List.of(), pairing.orphans());
    }

    @Test
    void anImageWhoseOwnNameEndsLikeAMaskFindsItsMask() {
        Pairing pairing = pair("images/a_seg.jpg", "masks/a_seg.png");

        assertEquals(List.of("masks/a_seg.png"), pairing.files().get(0).masks());
    }

    @Test
    void aMaskIsOfTheImageOfItsWholeNameAndOfNoOther() {
        Pairing pairing = pair(
                "images/scan.png",
                "images/scan_seg.png",
                "masks/scan.png",
                "masks/scan_seg.png",
                "predictions/scan_seg.png");

        assertEquals(
                List.of(
                        new PairedFile("images/scan.png", List.of("masks/scan.png"), List.of()),
                        new PairedFile(
                                "images/scan_seg.png",
                                List.of("masks/scan_seg.png"),
                                List.of("predictions/scan_seg.png"))),
                pairing.files());
        assertEquals(List.of(), pairing.orphans());
    }

    @Test
    void namesWithDotsAreNotCutShort() {
        Pairing pairing = pair("images/1.2.840.1.png", "images/1.2.840.2.png", "masks/1.2.840.2.png");

        assertEquals(List.of(), pairing.files().get(0).masks());
        assertEquals(List.of("masks/1.2.840.2.png"), pairing.files().get(1).masks());
    }

    @Test
    void theSameNameInAnotherSubFolderIsAnotherName() {
        Pairing pairing = pair("images/p1/a.png", "images/p2/a.png", "masks/p2/a.png");

        assertEquals(List.of(), pairing.files().get(0).masks());
        assertEquals(List.of("masks/p2/a.png"), pairing.files().get(1).masks());
    }

    @Test
    void masksAndPredictionsAreToldApart() {
        Pairing pairing = pair("images/a.png", "masks/a.png", "predictions/a.bmp");

        assertEquals(
                List.of(new PairedFile("images/a.png", List.of("masks/a.png"), List.of("predictions/a.bmp"))),
                pairing.files());
    }

    @Test
    void aMaskWithoutAnImageIsAnOrphan() {
        Pairing pairing = pair("images/a.png", "masks/a.png", "masks/c.png", "predictions/d.png");

        assertEquals(List.of("masks/c.png", "predictions/d.png"), pairing.orphans());
    }

    @Test
    void inOneFolderTheSuffixTellsMasksFromImages() {
        Pairing pairing = new OneFolder(SUFFIXES).pair(List.of("a.jpg", "a_mask.png", "b.jpg", "c_mask.png"));

        assertEquals(
                List.of(
                        new PairedFile("a.jpg", List.of("a_mask.png"), List.of()),
                        new PairedFile("b.jpg", List.of(), List.of())),
                pairing.files());
        assertEquals(List.of("c_mask.png"), pairing.orphans());
    }

    @Test
    void whatLiesElsewhereIsAStranger() {
        assertEquals(
                List.of("thumbs/a.png"), pair("images/a.png", "thumbs/a.png").strangers());
        assertEquals(
                List.of("inner/a.png"),
                new OneFolder(SUFFIXES).pair(List.of("a.png", "inner/a.png")).strangers());
    }

    private static Pairing pair(String... names) {
        return new ThreeFolders(SUFFIXES).pair(List.of(names));
    }
}
