package io.limen.producer.domain.identity;

import io.limen.producer.domain.deployment.Deployment;

/**
 * Identifies a case: the same image for the same model at the same site is the same case, so that a replay is
 * recognised. It comes from the pixels alone; a file name could hold a patient's name.
 *
 * @param value 1 to 200 characters
 */
public record CaseId(String value) {

    /** 128 bits: no two images meet by chance. */
    private static final int DIGITS = 32;

    public CaseId {
        if (value.isEmpty() || value.length() > 200) {
            throw new IllegalArgumentException("CaseId: " + value);
        }
    }

    /** The identity of an image that a model segmented at a site. */
    public static CaseId of(ImageFingerprint image, Deployment deployment) {
        String text = "case\n" + image.digest().hex() + "\n" + deployment.model() + "\n" + deployment.site();
        return new CaseId(Sha256.of(text).hex().substring(0, DIGITS));
    }
}
