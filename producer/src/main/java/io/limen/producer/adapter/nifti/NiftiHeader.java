package io.limen.producer.adapter.nifti;

import io.limen.producer.domain.volume.Placement;
import io.limen.producer.domain.volume.VoxelGrid;
import java.util.List;
import java.util.Optional;

/**
 * What a NIfTI file says of its voxels.
 *
 * @param grid their number and position
 * @param type how they are stored
 * @param dataOffset bytes before the first
 * @param slope what a stored number is multiplied by
 * @param intercept what is added to it
 */
record NiftiHeader(VoxelGrid grid, VoxelType type, long dataOffset, double slope, double intercept) {

    /** A whole body in CT, 512x512x1500, and a byte for each fits in half a gigabyte. */
    static final long MOST_VOXELS = 400_000_000;

    /** Extensions of the header hold texts of some kilobytes. */
    private static final long FARTHEST_OFFSET = 64 * 1024 * 1024;

    static NiftiHeader of(HeaderFields fields) throws UnusableVolume {
        boolean scaled = Double.isFinite(fields.slope()) && fields.slope() != 0;
        return new NiftiHeader(
                new VoxelGrid(sizes(fields), Orientation.of(fields), placement(fields)),
                VoxelType.of(fields.dataType()),
                dataOffset(fields),
                scaled ? fields.slope() : 1,
                scaled && Double.isFinite(fields.intercept()) ? fields.intercept() : 0);
    }

    private static Optional<Placement> placement(HeaderFields fields) {
        return fields.hasMatrix()
                ? Placement.of(fields.matrix())
                : fields.hasQuaternion() ? new Quaternion(fields).placement() : Optional.empty();
    }

    private static List<Integer> sizes(HeaderFields fields) throws UnusableVolume {
        long dimensions = fields.dimension(0);
        if (dimensions < 1 || dimensions > 7) {
            throw new UnusableVolume("damaged header: " + dimensions + " dimensions");
        }
        for (int index = 4; index <= dimensions; index++) {
            if (fields.dimension(index) > 1) {
                throw new UnusableVolume(
                        "holds several volumes (dimension " + index + "), and Limen takes one per file");
            }
        }
        long[] sizes = new long[3];
        for (int axis = 0; axis < 3; axis++) {
            sizes[axis] = axis < dimensions ? fields.dimension(axis + 1) : 1;
        }
        String shown = sizes[0] + "x" + sizes[1] + "x" + sizes[2];
        if (sizes[0] < 1 || sizes[1] < 1 || sizes[2] < 1) {
            throw new UnusableVolume("volume of " + shown + " voxels");
        }
        // each checked before they are multiplied
        boolean large = sizes[0] > MOST_VOXELS
                || sizes[1] > MOST_VOXELS / sizes[0]
                || sizes[2] > MOST_VOXELS / (sizes[0] * sizes[1]);
        if (large) {
            throw new UnusableVolume(
                    "volume of " + shown + " voxels, the limit is " + MOST_VOXELS / 1_000_000 + " million");
        }
        return List.of((int) sizes[0], (int) sizes[1], (int) sizes[2]);
    }

    /** Some writers leave it out, and mean the end of the header. */
    private static long dataOffset(HeaderFields fields) throws UnusableVolume {
        int first = fields.second() ? HeaderFields.LENGTH_2 + 4 : HeaderFields.LENGTH_1 + 4;
        double offset = fields.dataOffset();
        if (offset == 0) {
            return first;
        }
        if (!(offset >= first - 4 && offset <= FARTHEST_OFFSET)) {
            throw new UnusableVolume("damaged header: voxels at byte " + (long) offset);
        }
        return (long) offset;
    }

    /** Bytes of the file, unpacked. */
    long length() {
        return dataOffset + grid.voxels() * type.size();
    }
}
