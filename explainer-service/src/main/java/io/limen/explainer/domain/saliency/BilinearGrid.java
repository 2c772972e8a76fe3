package io.limen.explainer.domain.saliency;

/**
 * A coarse grid of values spread over pixels by bilinear interpolation, the outermost values going on to the border, and the
 * way back: what a change of each value of the grid does when what a change of each pixel does is known.
 *
 * @param rows of the grid, 1 or more
 * @param columns of the grid, 1 or more
 * @param cell pixels between two values, along both axes, more than 0
 * @param shiftY pixel row of the grid's first value
 * @param shiftX pixel column of the grid's first value
 */
public record BilinearGrid(int rows, int columns, double cell, double shiftY, double shiftX) {

    public BilinearGrid {
        if (rows < 1 || columns < 1 || !(cell > 0)) {
            throw new IllegalArgumentException("BilinearGrid: " + rows + "x" + columns + " every " + cell);
        }
    }

    /** Of a grid with one value in the middle of each square of {@code cell} pixels. */
    public static BilinearGrid ofBlocks(int rows, int columns, int cell) {
        return new BilinearGrid(rows, columns, cell, (cell - 1) / 2.0, (cell - 1) / 2.0);
    }

    /** How many values the grid has. */
    public int size() {
        return rows * columns;
    }

    /**
     * The values spread. Cost O(pixels).
     *
     * @param values [rows, columns], row-major
     * @return [height, width], row-major
     */
    public float[] spread(double[] values, int height, int width) {
        float[] map = new float[height * width];
        walk(height, width, (pixel, corner, weight) -> map[pixel] += (float) (weight * values[corner]));
        return map;
    }

    /**
     * The derivative by each value of the grid.
     *
     * @param byPixel derivative by each pixel of what {@link #spread} gives, [height, width]
     * @return [rows, columns], row-major
     */
    public double[] gather(double[] byPixel, int height, int width) {
        double[] derivative = new double[size()];
        walk(height, width, (pixel, corner, weight) -> derivative[corner] += weight * byPixel[pixel]);
        return derivative;
    }

    @FunctionalInterface
    private interface Corner {
        void visit(int pixel, int corner, double weight);
    }

    private void walk(int height, int width, Corner corner) {
        for (int y = 0; y < height; y++) {
            double row = within((y - shiftY) / cell, rows);
            int top = Math.min((int) row, Math.max(0, rows - 2));
            for (int x = 0; x < width; x++) {
                double column = within((x - shiftX) / cell, columns);
                int left = Math.min((int) column, Math.max(0, columns - 2));
                int pixel = y * width + x;
                visit(corner, pixel, top, left, row - top, column - left);
            }
        }
    }

    private void visit(Corner corner, int pixel, int top, int left, double down, double right) {
        int bottom = Math.min(top + 1, rows - 1);
        int far = Math.min(left + 1, columns - 1);
        corner.visit(pixel, top * columns + left, (1 - down) * (1 - right));
        corner.visit(pixel, top * columns + far, (1 - down) * right);
        corner.visit(pixel, bottom * columns + left, down * (1 - right));
        corner.visit(pixel, bottom * columns + far, down * right);
    }

    private static double within(double place, int count) {
        return Math.max(0, Math.min(count - 1.0, place));
    }
}
