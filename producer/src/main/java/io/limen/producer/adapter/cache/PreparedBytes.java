package io.limen.producer.adapter.cache;

import io.limen.producer.application.PreparedCase;
import io.limen.producer.domain.identity.ImageFingerprint;
import io.limen.producer.domain.identity.Sha256;
import io.limen.producer.domain.identity.StudyPseudonym;
import io.limen.producer.domain.result.CaseImage;
import io.limen.producer.domain.result.CaseMasks;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A prepared case as bytes: a version, the parts each behind its length, a checksum (CRC-32C, RFC 3720). A part that is not
 * there has length -1.
 */
final class PreparedBytes {

    private static final int VERSION = 1;
    private static final int ABSENT = -1;

    private PreparedBytes() {}

    static byte[] of(PreparedCase prepared, CaseImage.Inline image) {
        List<Optional<byte[]>> parts = List.of(
                Optional.of(ascii(prepared.fingerprint().digest().hex())),
                Optional.of(ascii(prepared.study().value())),
                Optional.of(image.encoded()),
                prepared.masks().predicted(),
                prepared.masks().groundTruth());
        int length = 2 * Integer.BYTES
                + parts.stream()
                        .mapToInt(part ->
                                Integer.BYTES + part.map(bytes -> bytes.length).orElse(0))
                        .sum();
        ByteBuffer buffer = ByteBuffer.allocate(length).putInt(VERSION);
        parts.forEach(part ->
                part.ifPresentOrElse(bytes -> buffer.putInt(bytes.length).put(bytes), () -> buffer.putInt(ABSENT)));
        return buffer.putInt(checksum(buffer.array())).array();
    }

    /** The case; empty if the bytes are of another version, cut short or damaged. */
    static Optional<PreparedCase> read(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        if (bytes.length < 2 * Integer.BYTES
                || buffer.getInt(bytes.length - Integer.BYTES) != checksum(bytes)
                || buffer.getInt() != VERSION) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PreparedCase(
                    new ImageFingerprint(new Sha256(text(buffer))),
                    new StudyPseudonym(text(buffer)),
                    new CaseImage.Inline(part(buffer).orElse(new byte[0])),
                    new CaseMasks(part(buffer), part(buffer))));
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static String text(ByteBuffer buffer) {
        return new String(part(buffer).orElse(new byte[0]), StandardCharsets.US_ASCII);
    }

    private static Optional<byte[]> part(ByteBuffer buffer) {
        int length = buffer.getInt();
        if (length == ABSENT) {
            return Optional.empty();
        }
        if (length < 0 || length > buffer.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] part = Arrays.copyOfRange(buffer.array(), buffer.position(), buffer.position() + length);
        buffer.position(buffer.position() + length);
        return Optional.of(part);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Of everything but the last four bytes. */
    private static int checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, bytes.length - Integer.BYTES);
        return (int) checksum.getValue();
    }
}
