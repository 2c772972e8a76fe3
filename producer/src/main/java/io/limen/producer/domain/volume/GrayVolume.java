package io.limen.producer.domain.volume;

import io.limen.producer.domain.identity.Sha256;
import io.limen.producer.domain.image.Pixels;
import java.util.Arrays;
import java.util.Objects;

/** A volume as it is shown: one gray per voxel. */
public final class GrayVolume {

    private static final int GRAY_TO_RGB = 0x010101;

    private final VoxelGrid grid;
    private final byte[] gray;
    private final Sha256 content;

    /**
     * @param grid where the voxels lie
     * @param gray of each voxel, first axis first; kept as it is and not to be changed, for it may be hundreds of megabytes
     * @param content digest of the voxels
     */
    public GrayVolume(VoxelGrid grid, byte[] gray, Sha256 content) {
        if (gray.length != grid.voxels()) {
            throw new IllegalArgumentException("GrayVolume: " + grid + " with " + gray.length + " voxels");
        }
        this.grid = grid;
        this.gray = gray;
        this.content = Objects.requireNonNull(content, "content");
    }

    /** Where the voxels lie. */
    public VoxelGrid grid() {
        return grid;
    }

    /** Digest of the voxels. */
    public Sha256 content() {
        return content;
    }

    /** A slice along an axis, from 0. */
    public Pixels slice(Axis axis, int slice) {
        VoxelGrid.Cut cut = grid.cut(axis);
        int[] voxels = cut.voxels(slice);
        return new Pixels(
                cut.width(),
                cut.height(),
                Arrays.stream(voxels)
                        .map(voxel -> (gray[voxel] & 0xFF) * GRAY_TO_RGB)
                        .toArray());
    }
}
