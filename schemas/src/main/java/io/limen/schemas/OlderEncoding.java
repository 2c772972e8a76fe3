package io.limen.schemas;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.message.BinaryMessageEncoder;

/** Makes of an encoded record what an earlier version would have written: fields that came later are left out. */
final class OlderEncoding {

    /** Marker and fingerprint of single-object encoding. */
    private static final int HEADER_BYTES = 10;

    private final Schema current;
    private final Schema older;
    private final BinaryMessageEncoder<GenericRecord> encoder;

    OlderEncoding(Schema current, Schema older) {
        this.current = current;
        this.older = older;
        this.encoder = new BinaryMessageEncoder<>(GenericData.get(), older);
    }

    byte[] of(byte[] encoded) throws IOException {
        GenericRecord record = new GenericDatumReader<GenericRecord>(current, older)
                .read(
                        null,
                        DecoderFactory.get().binaryDecoder(encoded, HEADER_BYTES, encoded.length - HEADER_BYTES, null));
        ByteBuffer buffer = encoder.encode(record);
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
