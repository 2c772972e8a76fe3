package io.limen.producer.domain.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.producer.domain.deployment.Deployment;
import io.limen.producer.domain.deployment.ModelVersion;
import io.limen.producer.domain.image.Pixels;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CaseIdTest {

    private static final Deployment UNET = new Deployment(new ModelVersion("unet", "1"), "north");
    private static final Pixels IMAGE = new Pixels(2, 2, new int[] {1, 2, 3, 4});

    @Test
    void theSameImageForTheSameModelIsTheSameCase() {
        Pixels again = new Pixels(2, 2, new int[] {1, 2, 3, 4});

        assertEquals(CaseId.of(ImageFingerprint.of(IMAGE), UNET), CaseId.of(ImageFingerprint.of(again), UNET));
    }

    @Test
    void imageShapeModelVersionAndSiteAllMatter() {
        CaseId id = CaseId.of(ImageFingerprint.of(IMAGE), UNET);

        assertNotEquals(id, CaseId.of(ImageFingerprint.of(new Pixels(2, 2, new int[] {1, 2, 3, 5})), UNET));
        assertNotEquals(id, CaseId.of(ImageFingerprint.of(new Pixels(4, 1, new int[] {1, 2, 3, 4})), UNET));
        assertNotEquals(id, of(new ModelVersion("segformer", "1"), "north"));
        assertNotEquals(id, of(new ModelVersion("unet", "2"), "north"));
        assertNotEquals(id, of(new ModelVersion("unet", "1"), "south"));
    }

    @Test
    void studyAndCaseOfAnImageCanNotBeMatchedByEye() {
        ImageFingerprint fingerprint = ImageFingerprint.of(IMAGE);
        String study = StudyPseudonym.of(fingerprint.digest()).value();

        assertEquals("study-".length() + 16, study.length());
        assertNotEquals(
                study.substring("study-".length()),
                CaseId.of(fingerprint, UNET).value().substring(0, 16));
    }

    /** FIPS 180-4 example: "abc". */
    @Test
    void digestsAreSha256() throws IOException {
        Sha256 expected = new Sha256("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

        assertEquals(expected, Sha256.of("abc"));
        assertEquals(expected, Sha256.of(new ByteArrayInputStream(new byte[] {'a', 'b', 'c'})));
        assertThrows(IllegalArgumentException.class, () -> new Sha256("BA78"));
    }

    private static CaseId of(ModelVersion model, String site) {
        return CaseId.of(ImageFingerprint.of(IMAGE), new Deployment(model, site));
    }
}
