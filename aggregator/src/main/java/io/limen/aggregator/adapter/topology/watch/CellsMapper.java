package io.limen.aggregator.adapter.topology.watch;

import io.limen.aggregator.domain.drift.ReferenceCells;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/**
 * Cells of a reference as bytes: arrays of a schema are lists of objects, and making these for some 3,000 numbers of a group was
 * most of what the watch cost.
 */
final class CellsMapper {

    /** Most counts of a feature take no more, one byte each. */
    private static final int BUFFER_BYTES = 256;

    private static final EncoderFactory ENCODERS = new EncoderFactory().configureBufferSize(BUFFER_BYTES);

    private CellsMapper() {}

    static ByteBuffer edges(ReferenceCells cells) {
        float[] edges = cells.edges();
        ByteBuffer bytes = ByteBuffer.allocate(edges.length * Float.BYTES);
        bytes.asFloatBuffer().put(edges);
        return bytes;
    }

    static ByteBuffer counts(ReferenceCells cells) {
        long[] counts = cells.counts();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2 * counts.length);
        BinaryEncoder encoder = ENCODERS.binaryEncoder(bytes, null);
        try {
            for (long count : counts) {
                encoder.writeLong(count);
            }
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    /**
     * What the other two gave.
     *
     * @throws IllegalArgumentException if it is none of a reference
     */
    static ReferenceCells cells(ByteBuffer edgeBytes, ByteBuffer countBytes) {
        float[] edges = new float[edgeBytes.remaining() / Float.BYTES];
        edgeBytes.duplicate().asFloatBuffer().get(edges);
        byte[] encoded = new byte[countBytes.remaining()];
        countBytes.duplicate().get(encoded);
        BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(encoded, null);
        long[] counts = new long[2 * edges.length + 1];
        try {
            for (int i = 0; i < counts.length; i++) {
                counts[i] = decoder.readLong();
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "counts of " + edges.length + " edges in " + encoded.length + " bytes", e);
        }
        return new ReferenceCells(edges, counts);
    }
}
