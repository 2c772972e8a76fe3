package io.limen.producer.adapter.nifti;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/**
 * The fields of a header that we need, whichever version of the format it is in (nifti1.h, nifti2.h).
 *
 * @param bytes the header, in its byte order
 * @param second whether it is version 2
 */
record HeaderFields(ByteBuffer bytes, boolean second) {

    static final int LENGTH_1 = 348;
    static final int LENGTH_2 = 540;

    /**
     * Looks which version and byte order it is.
     *
     * @param beginning the first bytes of the file, as many as there are up to the longer header
     */
    static HeaderFields of(byte[] beginning) throws UnusableVolume {
        ByteBuffer bytes = ByteBuffer.wrap(beginning);
        if (beginning.length < LENGTH_1) {
            throw new UnusableVolume("shorter than the header of a NIfTI file");
        }
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            int length = bytes.order(order).getInt(0);
            if (length == LENGTH_1 || length == LENGTH_2 && beginning.length >= LENGTH_2) {
                HeaderFields fields = new HeaderFields(bytes, length == LENGTH_2);
                fields.checkMagic();
                return fields;
            }
        }
        throw new UnusableVolume("not a NIfTI file");
    }

    private void checkMagic() throws UnusableVolume {
        String magic = new String(bytes.array(), second ? 4 : 344, 3, StandardCharsets.ISO_8859_1);
        if (magic.equals("ni1") || magic.equals("ni2")) {
            throw new UnusableVolume("one half of a pair (.hdr and .img), and Limen takes NIfTI as one file (.nii)");
        }
        if (!magic.equals(second ? "n+2" : "n+1")) {
            throw new UnusableVolume("not a NIfTI file");
        }
    }

    /** Number of dimensions (0), or the size along one (1 to 7). */
    long dimension(int index) {
        return second ? bytes.getLong(16 + 8 * index) : bytes.getShort(40 + 2 * index);
    }

    int dataType() {
        return bytes.getShort(second ? 12 : 70);
    }

    double dataOffset() {
        return second ? bytes.getLong(168) : bytes.getFloat(108);
    }

    double slope() {
        return real(112, 176, 0);
    }

    double intercept() {
        return real(116, 184, 0);
    }

    double voxelSize(int index) {
        return real(76, 104, index);
    }

    boolean hasQuaternion() {
        return (second ? bytes.getInt(344) : bytes.getShort(252)) > 0;
    }

    boolean hasMatrix() {
        return (second ? bytes.getInt(348) : bytes.getShort(254)) > 0;
    }

    /** b, c and d of the quaternion. */
    double quaternion(int index) {
        return real(256, 352, index);
    }

    /** Where the first voxel lies, to the quaternion. */
    double offset(int index) {
        return real(268, 376, index);
    }

    /** The matrix from voxels to the body, [3, 4], row-major. */
    double[] matrix() {
        return IntStream.range(0, 12).mapToDouble(at -> real(280, 400, at)).toArray();
    }

    private double real(int at1, int at2, int index) {
        return second ? bytes.getDouble(at2 + 8 * index) : bytes.getFloat(at1 + 4 * index);
    }
}
