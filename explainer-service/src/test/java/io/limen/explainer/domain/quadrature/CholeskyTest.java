package io.limen.explainer.domain.quadrature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CholeskyTest {

    @Property(tries = 100)
    void theSolutionSolves(@ForAll @IntRange(min = 1, max = 40) int size, @ForAll long seed) {
        double[][] matrix = positiveDefinite(size, seed);
        double[] right = new Random(seed + 1).doubles(size, -1, 1).toArray();

        double[] solution = Cholesky.of(copy(matrix)).solve(right);

        for (int i = 0; i < size; i++) {
            double sum = 0;
            for (int j = 0; j < size; j++) {
                sum += matrix[i][j] * solution[j];
            }
            assertEquals(right[i], sum, 1e-9);
        }
    }

    @Property(tries = 50)
    void theInversesDiagonalIsThatOfTheSolvedUnitVectors(
            @ForAll @IntRange(min = 1, max = 20) int size, @ForAll long seed) {
        Cholesky factor = Cholesky.of(positiveDefinite(size, seed));

        double[] diagonal = factor.inverseDiagonal();

        for (int i = 0; i < size; i++) {
            double[] unit = new double[size];
            unit[i] = 1;
            assertEquals(factor.solve(unit)[i], diagonal[i], 1e-9);
        }
    }

    @Test
    void aMatrixThatIsNotPositiveDefiniteIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Cholesky.of(new double[][] {{1, 2}, {2, 1}}));
        assertThrows(IllegalArgumentException.class, () -> Cholesky.of(new double[][] {{Double.NaN}}));
    }

    /** B B' + 1. */
    private static double[][] positiveDefinite(int size, long seed) {
        Random random = new Random(seed);
        double[][] factor = new double[size][];
        for (int i = 0; i < size; i++) {
            factor[i] = random.doubles(size, -1, 1).toArray();
        }
        double[][] matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                matrix[i][j] = i == j ? 1 : 0;
                for (int k = 0; k < size; k++) {
                    matrix[i][j] += factor[i][k] * factor[j][k];
                }
            }
        }
        return matrix;
    }

    private static double[][] copy(double[][] matrix) {
        double[][] copy = matrix.clone();
        java.util.Arrays.setAll(copy, i -> matrix[i].clone());
        return copy;
    }
}
