package io.limen.producer.adapter.nifti;

import io.limen.producer.domain.volume.Placement;
import java.util.Optional;

/** How a volume lies by the quaternion of its header (nifti1.h, method 2). */
record Quaternion(HeaderFields fields) {

    /** [3, 3]; the sign of the third axis is left out. */
    double[][] rotation() {
        double b = fields.quaternion(0);
        double c = fields.quaternion(1);
        double d = fields.quaternion(2);
        double a = Math.sqrt(Math.max(0, 1 - (b * b + c * c + d * d)));
        return new double[][] {
            {a * a + b * b - c * c - d * d, 2 * (b * c - a * d), 2 * (b * d + a * c)},
            {2 * (b * c + a * d), a * a + c * c - b * b - d * d, 2 * (c * d - a * b)},
            {2 * (b * d - a * c), 2 * (c * d + a * b), a * a + d * d - b * b - c * c}
        };
    }

    /** With the sizes of a voxel, and the sign of the third axis that is stored before them. */
    Optional<Placement> placement() {
        double[][] rotation = rotation();
        double[] matrix = new double[12];
        for (int row = 0; row < 3; row++) {
            for (int axis = 0; axis < 3; axis++) {
                double sign = axis == 2 && fields.voxelSize(0) < 0 ? -1 : 1;
                matrix[4 * row + axis] = sign * fields.voxelSize(axis + 1) * rotation[row][axis];
            }
            matrix[4 * row + 3] = fields.offset(row);
        }
        return Placement.of(matrix);
    }
}
