package io.limen.explainer.domain.intervention;

import java.util.List;

/**
 * The donor patches of one model, at its input's scale.
 *
 * @param blockSize side of a patch, pixels
 * @param channels channels of a patch
 * @param patches each [channels, blockSize, blockSize], row-major, values in [0,1], at least one; the arrays are not copied
 * @param sha256 SHA-256 over all patches in order, 64 hexadecimal digits
 */
public record PatchBank(int blockSize, int channels, List<float[]> patches, String sha256) {

    public PatchBank {
        patches = List.copyOf(patches);
        if (blockSize < 1 || patches.isEmpty()) {
            throw new IllegalArgumentException("PatchBank: block size " + blockSize + ", patches " + patches.size());
        }
        for (float[] patch : patches) {
            if (patch.length != channels * blockSize * blockSize) {
                throw new IllegalArgumentException("PatchBank: patch of " + patch.length + " values");
            }
        }
    }

    /** Donor patches in the bank. */
    public int size() {
        return patches.size();
    }
}
