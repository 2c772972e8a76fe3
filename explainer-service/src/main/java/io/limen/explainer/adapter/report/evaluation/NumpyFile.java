package io.limen.explainer.adapter.report.evaluation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A matrix as NumPy reads it: file format version 1.0 (NumPy Enhancement Proposal 1), float64, little-endian, row-major. A few lines of
 * our own: one header and the numbers.
 */
final class NumpyFile {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

    /** The values begin at a multiple of it. */
    private static final int ALIGNMENT = 64;

    private NumpyFile() {}

    /** @param values [rows, columns], row-major; NaN where there is none */
    static byte[] of(double[] values, int rows, int columns) {
        if (values.length != rows * columns) {
            throw new IllegalArgumentException("NumpyFile: " + values.length + " values for " + rows + "x" + columns);
        }
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (%d, %d), }".formatted(rows, columns);
        int unpadded = MAGIC.length + Short.BYTES + header.length() + 1;
        int start = (unpadded + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        String padded = header + " ".repeat(start - unpadded) + "\n";
        ByteBuffer file =
                ByteBuffer.allocate(start + values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        file.put(MAGIC).putShort((short) padded.length()).put(padded.getBytes(StandardCharsets.US_ASCII));
        for (double value : values) {
            file.putDouble(value);
        }
        return file.array();
    }
}
