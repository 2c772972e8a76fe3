package io.limen.explainer.domain.capacity;

/**
 * What an explanation's map covers.
 *
 * @param height of what the model sees, pixels, 1 or more
 * @param width of what the model sees, pixels, 1 or more
 * @param block side of a block, pixels, 1 or more
 */
public record MapShape(int height, int width, int block) {

    public MapShape {
        if (height < 1 || width < 1 || block < 1) {
            throw new IllegalArgumentException("MapShape: " + height + "x" + width + " in blocks of " + block);
        }
    }

    /** Blocks of the grid, those at the edge included. */
    public long blocks() {
        return ((long) height + block - 1) / block * (((long) width + block - 1) / block);
    }

    public long pixels() {
        return (long) height * width;
    }
}
