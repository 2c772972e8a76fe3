package io.limen.producer.application;

import io.limen.producer.domain.identity.ImageFingerprint;
import io.limen.producer.domain.identity.StudyPseudonym;
import io.limen.producer.domain.result.CaseImage;
import io.limen.producer.domain.result.CaseMasks;
import java.util.Objects;

/**
 * What of a case is the same whichever model it is published for, and whenever: all that takes time to make.
 *
 * @param fingerprint of the image
 * @param study pseudonym of its study
 * @param image the image as it travels
 * @param masks its masks as they travel
 */
public record PreparedCase(ImageFingerprint fingerprint, StudyPseudonym study, CaseImage image, CaseMasks masks) {

    public PreparedCase {
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(study, "study");
        Objects.requireNonNull(image, "image");
        Objects.requireNonNull(masks, "masks");
    }
}
