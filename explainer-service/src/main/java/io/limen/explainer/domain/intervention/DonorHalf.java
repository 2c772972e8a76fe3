package io.limen.explainer.domain.intervention;

/** One half of a bank's images: what is explained with the donors of one can be judged with those of the other. */
public enum DonorHalf {
    /** The first, third and every further odd image in the order of the bank. */
    ODD,
    /** The others. */
    EVEN;

    /** Whether the image at a position, counted from 0, belongs to the half. */
    public boolean holds(int position) {
        return (position % 2 == 0) == (this == ODD);
    }
}
