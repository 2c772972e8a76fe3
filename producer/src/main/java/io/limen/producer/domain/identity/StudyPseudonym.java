package io.limen.producer.domain.identity;

import java.util.HexFormat;

/**
 * Stands for a study. It comes from the content of the study's first image, or from its identifier by a keyed hash, so that
 * nobody without the key can find the study by hashing a list of names or numbers.
 *
 * @param value {@code study-} and 16 hexadecimal digits
 */
public record StudyPseudonym(String value) {

    private static final int DIGITS = 16;

    public StudyPseudonym {
        if (!value.startsWith("study-")) {
            throw new IllegalArgumentException("StudyPseudonym: " + value);
        }
    }

    /** The pseudonym of the study whose first image has this digest. */
    public static StudyPseudonym of(Sha256 firstImage) {
        return new StudyPseudonym(
                "study-" + Sha256.of("study\n" + firstImage.hex()).hex().substring(0, DIGITS));
    }

    /**
     * The pseudonym of a study by a keyed hash of its identifier.
     *
     * @param keyedHash 8 bytes or more
     */
    public static StudyPseudonym ofKeyedHash(byte[] keyedHash) {
        return new StudyPseudonym("study-" + HexFormat.of().formatHex(keyedHash, 0, DIGITS / 2));
    }
}
