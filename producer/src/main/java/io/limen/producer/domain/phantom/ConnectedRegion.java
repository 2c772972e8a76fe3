package io.limen.producer.domain.phantom;

/** The largest region of pixels that touch by their sides. */
final class ConnectedRegion {

    private final boolean[] pixels;
    private final int side;
    private final int[] label;
    private final int[] pending;

    private ConnectedRegion(boolean[] pixels, int side) {
        this.pixels = pixels;
        this.side = side;
        this.label = new int[pixels.length];
        this.pending = new int[pixels.length];
    }

    /**
     * Keeps the largest region.
     *
     * @param pixels [side, side], row-major
     * @return a new mask of the same shape; all false if {@code pixels} is
     */
    static boolean[] largest(boolean[] pixels, int side) {
        return new ConnectedRegion(pixels, side).largest();
    }

    private boolean[] largest() {
        int regions = 0;
        int best = 0;
        int bestSize = 0;
        for (int start = 0; start < pixels.length; start++) {
            if (pixels[start] && label[start] == 0) {
                int size = fill(start, ++regions);
                if (size > bestSize) {
                    best = regions;
                    bestSize = size;
                }
            }
        }
        boolean[] kept = new boolean[pixels.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = label[i] == best && best > 0;
        }
        return kept;
    }

    private int fill(int start, int region) {
        int read = 0;
        int written = 0;
        label[start] = region;
        pending[written++] = start;
        while (read < written) {
            int at = pending[read++];
            int column = at % side;
            written = visit(at - side, at >= side, region, written);
            written = visit(at + side, at + side < pixels.length, region, written);
            written = visit(at - 1, column > 0, region, written);
            written = visit(at + 1, column < side - 1, region, written);
        }
        return written;
    }

    private int visit(int at, boolean inPicture, int region, int written) {
        if (!inPicture || !pixels[at] || label[at] != 0) {
            return written;
        }
        label[at] = region;
        pending[written] = at;
        return written + 1;
    }
}
