package io.limen.explainer.domain.replay;

/**
 * A field in which a recomputed explanation is not the recorded one.
 *
 * @param field its name
 * @param recorded cells that it had
 * @param recomputed cells that it has now
 * @param differing cells that are not the same bit for bit; where the sizes differ, of those that both have
 * @param largest largest absolute difference of two finite numbers, 0 where only the sign of a zero differs, or no number does
 * @param incomparable differing cells of which at least one is no finite number
 */
public record FieldDifference(
        String field, int recorded, int recomputed, int differing, double largest, int incomparable) {

    public FieldDifference {
        if (!(largest >= 0) || differing < 0 || incomparable < 0 || incomparable > differing) {
            throw new IllegalArgumentException("FieldDifference: " + largest + ", " + differing + ", " + incomparable);
        }
    }

    /** Whether the field has another number of cells now. */
    public boolean isOfAnotherSize() {
        return recorded != recomputed;
    }
}
