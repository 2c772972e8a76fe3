package io.limen.producer.domain.volume;

import io.limen.producer.domain.image.Mask;
import java.util.BitSet;
import java.util.Objects;
import java.util.Optional;

/** Which voxels are foreground. */
public final class MaskVolume {

    private final VoxelGrid grid;
    private final BitSet foreground;

    /**
     * @param grid where the voxels lie
     * @param foreground numbers of foreground voxels, first axis first
     */
    public MaskVolume(VoxelGrid grid, BitSet foreground) {
        if (foreground.length() > grid.voxels()) {
            throw new IllegalArgumentException("MaskVolume: " + grid + " with voxel " + (foreground.length() - 1));
        }
        this.grid = Objects.requireNonNull(grid, "grid");
        this.foreground = (BitSet) foreground.clone();
    }

    /** Where the voxels lie. */
    public VoxelGrid grid() {
        return grid;
    }

    /** The same mask in the order of a volume's voxels; nothing if it lies elsewhere or is of another size. */
    public Optional<MaskVolume> on(VoxelGrid volume) {
        return SameVoxels.between(grid, volume).map(same -> same.isPlain() ? this : moved(same));
    }

    private MaskVolume moved(SameVoxels same) {
        BitSet moved = new BitSet();
        for (int voxel = foreground.nextSetBit(0); voxel >= 0; voxel = foreground.nextSetBit(voxel + 1)) {
            moved.set(same.voxel(voxel));
        }
        return new MaskVolume(same.to(), moved);
    }

    /** A slice along an axis of a volume that this mask covers, from 0. */
    public Mask slice(VoxelGrid volume, Axis axis, int slice) {
        VoxelGrid.Cut cut = volume.cut(axis);
        int[] voxels = cut.voxels(slice);
        boolean[] pixels = new boolean[voxels.length];
        for (int i = 0; i < voxels.length; i++) {
            pixels[i] = foreground.get(voxels[i]);
        }
        return new Mask(cut.width(), cut.height(), pixels);
    }

    /** Which slices along an axis of a volume that this mask covers have any foreground. */
    public BitSet slicesWithForeground(VoxelGrid volume, Axis axis) {
        VoxelGrid.Cut cut = volume.cut(axis);
        int slices = volume.slices(axis);
        BitSet found = new BitSet(slices);
        for (int voxel = foreground.nextSetBit(0); voxel >= 0; voxel = foreground.nextSetBit(voxel + 1)) {
            found.set(voxel / cut.stepSlice() % slices);
        }
        return found;
    }
}
