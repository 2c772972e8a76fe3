package io.limen.producer.adapter.nifti;

import java.util.Arrays;
import java.util.List;

/**
 * Which direction of the body each axis of a volume is nearest to. The matrix counts where there is one (sform), else the
 * quaternion (qform), else the axes are taken as they come, as the standard says.
 */
final class Orientation {

    private static final List<List<Integer>> PERMUTATIONS = List.of(
            List.of(0, 1, 2), List.of(0, 2, 1), List.of(1, 0, 2), List.of(1, 2, 0), List.of(2, 0, 1), List.of(2, 1, 0));

    private Orientation() {}

    /** For each axis of the volume 0 for left and right, 1 for back and front, 2 for foot and head. */
    static List<Integer> of(HeaderFields fields) {
        double[][] directions =
                fields.hasMatrix() ? matrix(fields) : fields.hasQuaternion() ? new Quaternion(fields).rotation() : null;
        return directions == null ? PERMUTATIONS.get(0) : nearest(directions);
    }

    /** The assignment whose cosines add up to most; what is no number counts nothing, and the first is taken of equals. */
    private static List<Integer> nearest(double[][] directions) {
        List<Integer> best = PERMUTATIONS.get(0);
        double most = -1;
        for (List<Integer> permutation : PERMUTATIONS) {
            double sum = 0;
            for (int axis = 0; axis < 3; axis++) {
                sum += cosine(directions, permutation.get(axis), axis);
            }
            // more than rounding can make of two that are equal
            if (sum > most + 1e-6) {
                most = sum;
                best = permutation;
            }
        }
        return best;
    }

    private static double cosine(double[][] directions, int world, int axis) {
        double length = Math.sqrt(directions[0][axis] * directions[0][axis]
                + directions[1][axis] * directions[1][axis]
                + directions[2][axis] * directions[2][axis]);
        double cosine = Math.abs(directions[world][axis]) / length;
        return Double.isFinite(cosine) ? cosine : 0;
    }

    private static double[][] matrix(HeaderFields fields) {
        double[] stored = fields.matrix();
        double[][] matrix = new double[3][];
        Arrays.setAll(matrix, row -> Arrays.copyOfRange(stored, 4 * row, 4 * row + 3));
        return matrix;
    }
}
