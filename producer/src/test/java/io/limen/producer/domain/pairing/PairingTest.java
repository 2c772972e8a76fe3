package io.limen.producer.domain.pairing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairingTest {

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
        Pairing pairing = Pairing.ofFolders(List.of("a.jpg", "b.jpg"), List.of(mask), List.of());

        assertEquals(List.of(mask), pairing.files().get(0).masks());
        assertEquals(List.of(), pairing.files().get(1).masks());
        assertEquals(List.of(), pairing.orphans());
    }

    @Test
    void anImageWhoseOwnNameEndsLikeAMaskFindsItsMask() {
        Pairing pairing = Pairing.ofFolders(List.of("a_seg.jpg"), List.of("a_seg.png"), List.of());

        assertEquals(List.of("a_seg.png"), pairing.files().get(0).masks());
    }

    @Test
    void namesWithDotsAreNotCutShort() {
        Pairing pairing =
                Pairing.ofFolders(List.of("1.2.840.1.png", "1.2.840.2.png"), List.of("1.2.840.2.png"), List.of());

        assertEquals(List.of(), pairing.files().get(0).masks());
        assertEquals(List.of("1.2.840.2.png"), pairing.files().get(1).masks());
    }

    @Test
    void theSameNameInAnotherSubFolderIsAnotherName() {
        Pairing pairing = Pairing.ofFolders(List.of("p1/a.png", "p2/a.png"), List.of("p2/a.png"), List.of());

        assertEquals(List.of(), pairing.files().get(0).masks());
        assertEquals(List.of("p2/a.png"), pairing.files().get(1).masks());
    }

    @Test
    void masksAndPredictionsAreToldApart() {
        Pairing pairing = Pairing.ofFolders(List.of("a.png"), List.of("a.png"), List.of("a.bmp"));

        assertEquals(List.of(new PairedFile("a.png", List.of("a.png"), List.of("a.bmp"))), pairing.files());
    }

    @Test
    void aMaskWithoutAnImageIsAnOrphan() {
        Pairing pairing = Pairing.ofFolders(List.of("a.png"), List.of("a.png", "c.png"), List.of("d.png"));

        assertEquals(List.of("c.png", "d.png"), pairing.orphans());
    }

    @Test
    void inOneFolderTheSuffixTellsMasksFromImages() {
        Pairing pairing = Pairing.ofOneFolder(List.of("a.jpg", "a_mask.png", "b.jpg", "c_mask.png"));

        assertEquals(
                List.of(
                        new PairedFile("a.jpg", List.of("a_mask.png"), List.of()),
                        new PairedFile("b.jpg", List.of(), List.of())),
                pairing.files());
        assertEquals(List.of("c_mask.png"), pairing.orphans());
    }
}
