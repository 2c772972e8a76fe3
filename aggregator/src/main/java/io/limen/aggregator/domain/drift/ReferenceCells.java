package io.limen.aggregator.domain.drift;

import java.util.Arrays;

/**
 * A reference that grows with every value ranked in it and yet never takes more memory. Values of the first reference are
 * kept as edges; everything is counted in the cells that they make: below the first edge, on it, between it and the next,
 * and so on.
 *
 * <p>The rank of a value among all that came before is uniform when values are exchangeable, and independent of the earlier
 * ranks (the conformal transducer with random ties of Vovk, Gammerman and Shafer 2005, section 8.2). Which cell the value
 * falls into is known exactly; within the cell its rank among the values counted there is again uniform and independent of
 * how they lie, so it is drawn by lot. The p-values are therefore exactly as calibrated as those of a reference that keeps
 * everything, at the loss of the order within a cell, some hundredth of the distribution. Adding costs O(log edges), a
 * p-value O(edges).
 *
 * @param edges strictly increasing, 1 to {@value #MAX_EDGES}
 * @param counts values per cell, 2 edges + 1: even cells are between edges, odd ones on them
 */
public record ReferenceCells(float[] edges, long[] counts) {

    /** Edges that are kept of a larger reference: a hundredth of the distribution between two of them. */
    public static final int MAX_EDGES = 100;

    public ReferenceCells {
        edges = edges.clone();
        counts = counts.clone();
        if (edges.length < 1 || edges.length > MAX_EDGES || counts.length != 2 * edges.length + 1) {
            throw new IllegalArgumentException(
                    "ReferenceCells: " + edges.length + " edges, " + counts.length + " cells");
        }
        for (int i = 1; i < edges.length; i++) {
            if (!(edges[i - 1] < edges[i])) {
                throw new IllegalArgumentException("ReferenceCells: edge " + edges[i] + " after " + edges[i - 1]);
            }
        }
    }

    /** Cells over the values, all of them counted; at least one finite value. */
    public static ReferenceCells of(float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        float[] distinct = new float[Math.min(sorted.length, MAX_EDGES)];
        int edges = 0;
        for (int i = 0; i < distinct.length; i++) {
            // the middle value of each of as many equal parts as there are edges
            float value = sorted[(int) ((i + 0.5) * sorted.length / distinct.length)];
            if (edges == 0 || value > distinct[edges - 1]) {
                distinct[edges++] = value;
            }
        }
        ReferenceCells cells = new ReferenceCells(Arrays.copyOf(distinct, edges), new long[2 * edges + 1]);
        for (float value : sorted) {
            cells.counts[cells.cell(value)]++;
        }
        return cells;
    }

    @Override
    public float[] edges() {
        return edges.clone();
    }

    @Override
    public long[] counts() {
        return counts.clone();
    }

    /** Values counted. */
    public long total() {
        return Arrays.stream(counts).sum();
    }

    /**
     * Rank of the value among those counted and itself, as a share: small for a small value.
     *
     * @param lot breaks ties, uniform in (0,1)
     * @return in (0,1)
     */
    public double pValue(double value, double lot) {
        int cell = cell((float) value);
        long below = 0;
        for (int i = 0; i < cell; i++) {
            below += counts[i];
        }
        return (below + lot * (counts[cell] + 1)) / (total() + 1);
    }

    /** These with one more value. */
    public ReferenceCells add(double value) {
        return changed(value, 1);
    }

    /** These with one value fewer, of those that were added. */
    public ReferenceCells remove(double value) {
        return changed(value, -1);
    }

    private ReferenceCells changed(double value, int by) {
        long[] changed = counts.clone();
        int cell = cell((float) value);
        changed[cell] = Math.max(0, changed[cell] + by);
        return new ReferenceCells(edges, changed);
    }

    private int cell(float value) {
        int found = Arrays.binarySearch(edges, value);
        return found >= 0 ? 2 * found + 1 : 2 * (-found - 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReferenceCells cells
                && Arrays.equals(edges, cells.edges)
                && Arrays.equals(counts, cells.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(edges) + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return edges.length + " edges, " + total() + " values";
    }
}
