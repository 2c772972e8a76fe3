package io.limen.explainer.domain.imputation;

/**
 * One scale of the filling.
 *
 * @param height rows
 * @param width columns
 * @param values [height, width]; what they are where nothing is known does not matter
 * @param known how well each is known, in [0,1]
 */
record PushPull(int height, int width, float[] values, float[] known) {

    /** The values, and where they are not wholly known what coarser scales say in their place. */
    float[] filled() {
        if (height == 1 && width == 1) {
            return known[0] > 0 ? values : new float[1];
        }
        PushPull coarse = pulled();
        float[] above = coarse.filled();
        float[] filled = new float[values.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                float own = known[i];
                float other = own < 1 ? coarse.between(above, (y - 0.5f) / 2, (x - 0.5f) / 2) : 0;
                filled[i] = own * (own > 0 ? values[i] : 0) + (1 - own) * other;
            }
        }
        return filled;
    }

    /** Half the size: means of what is known. */
    private PushPull pulled() {
        int rows = (height + 1) / 2;
        int columns = (width + 1) / 2;
        float[] means = new float[rows * columns];
        float[] weights = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            int cell = i / width / 2 * columns + i % width / 2;
            if (known[i] > 0) {
                means[cell] += known[i] * values[i];
                weights[cell] += known[i];
            }
        }
        for (int cell = 0; cell < means.length; cell++) {
            means[cell] = weights[cell] > 0 ? means[cell] / weights[cell] : 0;
            weights[cell] = Math.min(1, weights[cell]);
        }
        return new PushPull(rows, columns, means, weights);
    }

    private float between(float[] of, float y, float x) {
        float row = Math.max(0, Math.min(height - 1, y));
        float column = Math.max(0, Math.min(width - 1, x));
        int top = (int) row;
        int left = (int) column;
        int bottom = Math.min(height - 1, top + 1);
        int right = Math.min(width - 1, left + 1);
        float down = row - top;
        float across = column - left;
        float upper = of[top * width + left] * (1 - across) + of[top * width + right] * across;
        float lower = of[bottom * width + left] * (1 - across) + of[bottom * width + right] * across;
        return upper * (1 - down) + lower * down;
    }
}
