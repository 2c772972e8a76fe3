package io.limen.producer.adapter.nifti;

import io.limen.producer.domain.volume.VoxelGrid;
import java.util.Arrays;

/**
 * Every voxel of a volume, or of a large one every so many: four million give the 0.5 percentile to a hundredth of a percent
 * (a standard error of sqrt(0.005 * 0.995 / 4e6) = 0.0035 %).
 */
final class VoxelSample {

    private static final int MOST = 4_000_000;

    private final float[] values;
    private final int step;
    private int untilNext;
    private int size;

    private VoxelSample(int most, int step) {
        this.values = new float[most];
        this.step = step;
    }

    static VoxelSample of(VoxelGrid grid) {
        long voxels = grid.voxels();
        int step = (int) ((voxels + MOST - 1) / MOST);
        // a step that the rows are a multiple of would look at one column only
        while (step > 1 && !isCoprime(step, grid)) {
            step++;
        }
        return new VoxelSample((int) ((voxels + step - 1) / step), step);
    }

    private static boolean isCoprime(int step, VoxelGrid grid) {
        return grid.sizes().stream().allMatch(size -> gcd(step, size) == 1);
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    void add(double[] next, int count) {
        int at = untilNext;
        for (; at < count; at += step) {
            float value = (float) next[at];
            if (Float.isFinite(value)) {
                values[size++] = value;
            }
        }
        untilNext = at - count;
    }

    /** Those that are numbers. */
    float[] finite() {
        return Arrays.copyOf(values, size);
    }
}
