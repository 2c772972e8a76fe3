package io.limen.explainer.domain.surrogate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * The region's pixels near the threshold, in square cells: the pixels of a cell move nearly alike, so that one gradient per
 * cell tells how far an intervention moves each of its pixels towards the threshold.
 */
public final class RegionCells {

    /** Logits within which a pixel may cross the threshold. */
    private static final double NEAR = 3;

    /** The most gradients that are worth their price. */
    private static final int MAX_CELLS = 32;

    /** Pixels that may flip, the nearest to the threshold: a whole object has more than can be gone through per donor. */
    private static final int MAX_PIXELS = 1024;

    /** Side of the smallest cells, pixels. */
    private static final int SMALLEST = 4;

    /** Keeps logits finite. */
    private static final double LEAST_PROBABILITY = 1e-6;

    private final RegionOutput output;
    private final int side;
    private final int columns;
    private final int[] cellOf;
    private final List<int[]> pixelsOfCell;
    private final List<NearPixel> near;
    private final BitSet candidatePixels = new BitSet();

    /**
     * A pixel near the threshold.
     *
     * @param margin its logit less that of the threshold
     * @param reference whether it belongs to the reference
     * @param cells the cells it lies among
     * @param weights of the cells, sum 1
     */
    record NearPixel(double margin, boolean reference, int[] cells, float[] weights) {}

    /** Finds the smallest cells that are few enough. Cost O(pixels). */
    public RegionCells(RegionOutput output) {
        this.output = output;
        int[] candidates = Arrays.stream(output.pixels())
                .filter(pixel -> Math.abs(margin(output, pixel)) < NEAR)
                .boxed()
                .sorted(Comparator.comparingDouble(pixel -> Math.abs(margin(output, pixel))))
                .limit(MAX_PIXELS)
                .sorted()
                .mapToInt(Integer::intValue)
                .toArray();
        Arrays.stream(candidates).forEach(candidatePixels::set);
        int tried = SMALLEST;
        while (count(candidates, tried) > MAX_CELLS) {
            tried *= 2;
        }
        this.side = tried;
        this.columns = (output.width() + side - 1) / side;
        this.cellOf = new int[columns * ((output.height() + side - 1) / side)];
        this.pixelsOfCell = gather(candidates);
        this.near = Arrays.stream(candidates).mapToObj(this::nearPixel).toList();
    }

    /** Cells with a pixel near the threshold; 0 when the region is nowhere near it. */
    public int size() {
        return pixelsOfCell.size();
    }

    /** Per cell the weights over the bounds' probabilities whose gradient is that of the cell's mean logit. */
    public float[][] derivatives() {
        float[][] weights = new float[size()][output.bounds()];
        for (int cell = 0; cell < size(); cell++) {
            int[] pixels = pixelsOfCell.get(cell);
            for (int pixel : pixels) {
                double p = probability(output, pixel);
                weights[cell][pixel] = (float) (1 / (p * (1 - p) * pixels.length));
            }
        }
        return weights;
    }

    List<NearPixel> nearPixels() {
        return near;
    }

    /** Area of the mask and of what it shares with the reference over all pixels that are not near the threshold. */
    int[] farArea() {
        int area = 0;
        int common = 0;
        for (int pixel : output.pixels()) {
            double margin = margin(output, pixel);
            if (!candidatePixels.get(pixel) && margin > 0) {
                area++;
                common += output.reference()[pixel] ? 1 : 0;
            }
        }
        return new int[] {area, common};
    }

    int referenceArea() {
        return output.referenceArea();
    }

    private int count(int[] candidates, int size) {
        return (int) Arrays.stream(candidates)
                .mapToLong(pixel ->
                        (long) (pixel / output.width() / size) * output.width() + pixel % output.width() / size)
                .distinct()
                .count();
    }

    private List<int[]> gather(int[] candidates) {
        List<List<Integer>> cells = new ArrayList<>();
        Arrays.fill(cellOf, -1);
        for (int pixel : candidates) {
            int at = pixel / output.width() / side * columns + pixel % output.width() / side;
            if (cellOf[at] < 0) {
                cellOf[at] = cells.size();
                cells.add(new ArrayList<>());
            }
            cells.get(cellOf[at]).add(pixel);
        }
        return cells.stream()
                .map(pixels -> pixels.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    /** Bilinear between the centres of the cells that there are. */
    private NearPixel nearPixel(int pixel) {
        double y = (pixel / output.width() + 0.5) / side - 0.5;
        double x = (pixel % output.width() + 0.5) / side - 0.5;
        int[] cells = new int[4];
        float[] weights = new float[4];
        int found = 0;
        float total = 0;
        for (int corner = 0; corner < 4; corner++) {
            int row = (int) Math.floor(y) + corner / 2;
            int column = (int) Math.floor(x) + corner % 2;
            float weight = (float) ((1 - Math.abs(y - row)) * (1 - Math.abs(x - column)));
            boolean inside = row >= 0 && column >= 0 && column < columns && row * columns + column < cellOf.length;
            if (inside && weight > 0 && cellOf[row * columns + column] >= 0) {
                cells[found] = cellOf[row * columns + column];
                weights[found++] = weight;
                total += weight;
            }
        }
        for (int i = 0; i < found; i++) {
            weights[i] /= total;
        }
        return new NearPixel(
                margin(output, pixel),
                output.reference()[pixel],
                Arrays.copyOf(cells, found),
                Arrays.copyOf(weights, found));
    }

    private static double margin(RegionOutput output, int pixel) {
        return logit(probability(output, pixel)) - logit(output.threshold());
    }

    private static double probability(RegionOutput output, int pixel) {
        return Math.min(1 - LEAST_PROBABILITY, Math.max(LEAST_PROBABILITY, output.probabilities()[pixel]));
    }

    private static double logit(double p) {
        return Math.log(p) - Math.log1p(-p);
    }
}
