package io.limen.producer.domain.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limen.producer.domain.image.Mask;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MaskVolumeTest {

    private static final List<Integer> SIZES = List.of(3, 2, 2);
    private static final VoxelGrid VOLUME = placed(SIZES, 2, 0, 0, 10, 0, 1, 0, 20, 0, 0, 5, 30);

    @Test
    void aMaskThatIsCountedFromTheOtherEndIsTurned() {
        // its first voxel is the volume's last of the first row
        MaskVolume mask = mask(placed(SIZES, -2, 0, 0, 14, 0, 1, 0, 20, 0, 0, 5, 30), 0);

        assertEquals(Optional.of(slice(2)), firstSliceOf(mask));
    }

    @Test
    void aMaskWhoseAxesAreExchangedIsTurned() {
        // counted along the second axis first: its voxel 1 is the volume's voxel 3
        MaskVolume mask = mask(placed(List.of(2, 3, 2), 0, 2, 0, 10, 1, 0, 0, 20, 0, 0, 5, 30), 1);

        assertEquals(Optional.of(slice(3)), firstSliceOf(mask));
    }

    @Test
    void aMaskThatLiesElsewhereIsNone() {
        MaskVolume shifted = mask(placed(SIZES, 2, 0, 0, 15, 0, 1, 0, 20, 0, 0, 5, 30), 0);
        MaskVolume ofLargerVoxels = mask(placed(SIZES, 3, 0, 0, 10, 0, 1, 0, 20, 0, 0, 5, 30), 0);

        assertEquals(Optional.empty(), shifted.on(VOLUME));
        assertEquals(Optional.empty(), ofLargerVoxels.on(VOLUME));
    }

    @Test
    void whatWritersRoundIsNoOtherPlace() {
        MaskVolume nearly = mask(placed(SIZES, 2, 1e-4, 0, 10.2, 0, 1, 0, 20, 0, 1e-4, 5, 29.9), 1);

        assertEquals(Optional.of(slice(1)), firstSliceOf(nearly));
    }

    @Test
    void whereOneDoesNotSayWhereItLiesTheyAreTakenAsStored() {
        MaskVolume nowhere = mask(new VoxelGrid(SIZES, List.of(0, 1, 2), Optional.empty()), 4);
        MaskVolume ofAnotherSize = mask(new VoxelGrid(List.of(2, 3, 2), List.of(0, 1, 2), Optional.empty()), 0);

        assertEquals(Optional.of(slice(4)), firstSliceOf(nowhere));
        assertEquals(Optional.empty(), ofAnotherSize.on(VOLUME));
    }

    @Test
    void theIdentityAndWhatIsNoPlaceSayNothing() {
        assertEquals(Optional.empty(), Placement.of(1, 0, 0, 0, 0, 1, -0.0, 0, 0, 0, 1, 0));
        assertEquals(Optional.empty(), Placement.of(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0));
        assertEquals(Optional.empty(), Placement.of(1, 0, 0, Double.NaN, 0, 1, 0, 0, 0, 0, 1, 0));
        assertEquals(Optional.empty(), Placement.of(Double.POSITIVE_INFINITY, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0));
    }

    private static VoxelGrid placed(List<Integer> sizes, double... matrix) {
        return new VoxelGrid(sizes, List.of(0, 1, 2), Placement.of(matrix));
    }

    private static MaskVolume mask(VoxelGrid grid, int voxel) {
        BitSet foreground = new BitSet();
        foreground.set(voxel);
        return new MaskVolume(grid, foreground);
    }

    private static Optional<Mask> firstSliceOf(MaskVolume mask) {
        return mask.on(VOLUME).map(onVolume -> onVolume.slice(VOLUME, Axis.AXIAL, 0));
    }

    private static Mask slice(int pixel) {
        boolean[] pixels = new boolean[6];
        pixels[pixel] = true;
        return new Mask(3, 2, pixels);
    }
}
