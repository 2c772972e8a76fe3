package io.limen.producer.domain.identity;

/**
 * Stands for a study. It comes from the content of the study's first image, not from a name or number, so that nobody can
 * find the study by hashing a list of names.
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
}
