package io.limen.producer.domain.volume;

/** Which slices of a body: each is perpendicular to a direction of the body. */
public enum Axis {
    /** From foot to head. */
    AXIAL(2),
    /** From back to front. */
    CORONAL(1),
    /** From left to right. */
    SAGITTAL(0);

    private final int worldAxis;

    Axis(int worldAxis) {
        this.worldAxis = worldAxis;
    }

    /** 0 for x (to the patient's left or right), 1 for y, 2 for z. */
    public int worldAxis() {
        return worldAxis;
    }
}
