package io.limen.producer.domain.volume;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Where the voxels of a grid lie in the body: the centre of voxel (i, j, k) is matrix * (i, j, k, 1), in millimetres.
 *
 * @param matrix [3, 4], row-major: finite, and a step along each axis has a length
 */
public record Placement(List<Double> matrix) {

    private static final int COLUMNS = 4;
    private static final List<Double> IDENTITY = List.of(1d, 0d, 0d, 0d, 0d, 1d, 0d, 0d, 0d, 0d, 1d, 0d);

    public Placement {
        matrix = List.copyOf(matrix);
        if (matrix.size() != 3 * COLUMNS
                || !matrix.stream().allMatch(Double::isFinite)
                || !(shortestStep(matrix) > 0)) {
            throw new IllegalArgumentException("Placement: " + matrix);
        }
    }

    /**
     * What a matrix says; nothing if it is none, or the identity, which writers put where they know nothing.
     *
     * @param matrix [3, 4], row-major
     */
    public static Optional<Placement> of(double... matrix) {
        // without the sign of a zero
        List<Double> given =
                Arrays.stream(matrix).map(number -> number + 0.0).boxed().toList();
        boolean sound = given.stream().allMatch(Double::isFinite) && shortestStep(given) > 0;
        return sound && !given.equals(IDENTITY) ? Optional.of(new Placement(given)) : Optional.empty();
    }

    /** Length of the shortest edge of a voxel, in millimetres. */
    double shortestStep() {
        return shortestStep(matrix);
    }

    /** Distance of the centre of a voxel from that of a voxel of another grid, in millimetres. */
    double distance(int[] voxel, Placement other, int[] otherVoxel) {
        double sum = 0;
        for (int row = 0; row < 3; row++) {
            double apart = at(row, voxel) - other.at(row, otherVoxel);
            sum += apart * apart;
        }
        return Math.sqrt(sum);
    }

    private double at(int row, int[] voxel) {
        double at = matrix.get(row * COLUMNS + 3);
        for (int axis = 0; axis < 3; axis++) {
            at += matrix.get(row * COLUMNS + axis) * voxel[axis];
        }
        return at;
    }

    private static double shortestStep(List<Double> matrix) {
        return DoubleStream.of(step(matrix, 0), step(matrix, 1), step(matrix, 2))
                .min()
                .orElseThrow();
    }

    private static double step(List<Double> matrix, int axis) {
        return Math.hypot(Math.hypot(matrix.get(axis), matrix.get(COLUMNS + axis)), matrix.get(2 * COLUMNS + axis));
    }
}
