package io.limen.aggregator.adapter.dashboard.cases;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A grid as NumPy reads it: file format version 1.0 (NumPy Enhancement Proposal 1), float64, little-endian, row-major. */
final class NumpyFile {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

    /** The values begin at a multiple of it. */
    private static final int ALIGNMENT = 64;

    private NumpyFile() {}

    /**
     * A file.
     *
     * @param values [rows, columns], row-major; null, which becomes NaN, where there is none
     * @throws IllegalArgumentException if there are more or fewer
     */
    static byte[] of(List<Double> values, int rows, int columns) {
        if (rows < 0 || columns < 0 || values.size() != (long) rows * columns) {
            throw new IllegalArgumentException("NumpyFile: " + values.size() + " values for " + rows + "x" + columns);
        }
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (%d, %d), }".formatted(rows, columns);
        int unpadded = MAGIC.length + Short.BYTES + header.length() + 1;
        int start = (unpadded + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        String padded = header + " ".repeat(start - unpadded) + "\n";
        ByteBuffer file =
                ByteBuffer.allocate(start + values.size() * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        file.put(MAGIC).putShort((short) padded.length()).put(padded.getBytes(StandardCharsets.US_ASCII));
        values.forEach(value -> file.putDouble(value == null ? Double.NaN : value));
        return file.array();
    }
}
