package io.limen.producer.adapter.nifti;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** A NIfTI-1 file, byte by byte: 16-bit voxels unless told otherwise. */
public final class NiftiBytes {

    private static final int VOXELS_AT = 352;

    private final ByteBuffer header = ByteBuffer.allocate(VOXELS_AT);

    public NiftiBytes(ByteOrder order, int... sizes) {
        header.order(order);
        header.putInt(0, 348).putShort(40, (short) sizes.length);
        for (int i = 0; i < sizes.length; i++) {
            header.putShort(42 + 2 * i, (short) sizes[i]);
        }
        header.putShort(70, (short) 4).putFloat(108, VOXELS_AT);
        magic("n+1");
    }

    public static NiftiBytes of(int... sizes) {
        return new NiftiBytes(ByteOrder.LITTLE_ENDIAN, sizes);
    }

    public NiftiBytes type(int code) {
        header.putShort(70, (short) code);
        return this;
    }

    public NiftiBytes scaled(float slope, float intercept) {
        header.putFloat(112, slope).putFloat(116, intercept);
        return this;
    }

    public NiftiBytes dataOffset(float offset) {
        header.putFloat(108, offset);
        return this;
    }

    public NiftiBytes magic(String text) {
        header.put(344, text.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    /** The rows of the matrix to the body, without what moves the origin. */
    public NiftiBytes matrix(float[]... rows) {
        header.putShort(254, (short) 1);
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                header.putFloat(280 + 16 * row + 4 * column, rows[row][column]);
            }
        }
        return this;
    }

    public byte[] with(int... voxels) {
        ByteBuffer stored = ByteBuffer.allocate(2 * voxels.length).order(header.order());
        for (int voxel : voxels) {
            stored.putShort((short) voxel);
        }
        return withStored(stored.array());
    }

    public byte[] withStored(byte[] stored) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(header.array());
        file.writeBytes(stored);
        return file.toByteArray();
    }

    public static byte[] packed(byte[] file) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return packed.toByteArray();
    }
}
