package io.limen.explainer.domain.quadrature;

/**
 * A = L L' of a symmetric positive definite matrix, for linear systems of some dozen unknowns (Golub and Van Loan 2013,
 * 4.2). Cost O(n^3) once, O(n^2) per system.
 *
 * @param lower L, its lower triangle; not copied
 */
record Cholesky(double[][] lower) {

    /** @param matrix its lower triangle is read and overwritten by L */
    static Cholesky of(double[][] matrix) {
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= matrix[i][k] * matrix[j][k];
                }
                if (i == j) {
                    if (!(sum > 0)) {
                        throw new IllegalArgumentException("Cholesky: not positive definite at " + i);
                    }
                    matrix[i][i] = Math.sqrt(sum);
                } else {
                    matrix[i][j] = sum / matrix[j][j];
                }
            }
        }
        return new Cholesky(matrix);
    }

    /** x with A x = b. */
    double[] solve(double[] b) {
        int n = b.length;
        double[] x = b.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }

    /** The diagonal of the inverse of A. Cost O(n^3). */
    double[] inverseDiagonal() {
        int n = lower.length;
        double[] diagonal = new double[n];
        for (int column = 0; column < n; column++) {
            double[] solved = new double[n];
            for (int i = column; i < n; i++) {
                double sum = i == column ? 1 : 0;
                for (int k = column; k < i; k++) {
                    sum -= lower[i][k] * solved[k];
                }
                solved[i] = sum / lower[i][i];
                diagonal[column] += solved[i] * solved[i];
            }
        }
        return diagonal;
    }
}
