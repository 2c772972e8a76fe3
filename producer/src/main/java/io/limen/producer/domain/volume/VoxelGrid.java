package io.limen.producer.domain.volume;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Size of a volume, and where its axes lie in the body. Voxels are counted along the first axis, then the second.
 *
 * @param sizes voxels along the three axes, each 1 or more
 * @param worldAxes for each axis the direction of the body that it is nearest to: 0 left and right, 1 back and front, 2 foot
 *     and head; each once
 * @param placement where the voxels lie in the body; empty: nobody says
 */
public record VoxelGrid(List<Integer> sizes, List<Integer> worldAxes, Optional<Placement> placement) {

    public VoxelGrid {
        sizes = List.copyOf(sizes);
        worldAxes = List.copyOf(worldAxes);
        Objects.requireNonNull(placement, "placement");
        boolean each = worldAxes.size() == 3 && worldAxes.containsAll(List.of(0, 1, 2));
        if (sizes.size() != 3 || sizes.stream().anyMatch(size -> size < 1) || !each) {
            throw new IllegalArgumentException("VoxelGrid: " + sizes + ", " + worldAxes);
        }
    }

    /** Number of voxels. */
    public long voxels() {
        return (long) sizes.get(0) * sizes.get(1) * sizes.get(2);
    }

    /** Number of slices along an axis of the body. */
    public int slices(Axis axis) {
        return sizes.get(voxelAxis(axis));
    }

    /** How the slices along an axis of the body lie among the voxels. */
    Cut cut(Axis axis) {
        int across = voxelAxis(axis);
        int x = across == 0 ? 1 : 0;
        int y = across == 2 ? 1 : 2;
        int[] steps = {1, sizes.get(0), sizes.get(0) * sizes.get(1)};
        return new Cut(sizes.get(x), sizes.get(y), steps[x], steps[y], steps[across]);
    }

    private int voxelAxis(Axis axis) {
        return worldAxes.indexOf(axis.worldAxis());
    }

    @Override
    public String toString() {
        return String.join("x", sizes.stream().map(String::valueOf).toList());
    }

    /**
     * The slices of a volume along an axis, as they are stored: the columns of a slice run along the earlier of the two other
     * axes, the rows along the later; nothing is turned or mirrored.
     *
     * @param width columns of a slice
     * @param height rows of a slice
     * @param stepX voxels from one column to the next
     * @param stepY voxels from one row to the next
     * @param stepSlice voxels from one slice to the next
     */
    record Cut(int width, int height, int stepX, int stepY, int stepSlice) {

        /** Numbers of the voxels of a slice, [height, width], row-major. */
        int[] voxels(int slice) {
            int[] voxels = new int[width * height];
            Arrays.setAll(voxels, i -> slice * stepSlice + i / width * stepY + i % width * stepX);
            return voxels;
        }
    }
}
