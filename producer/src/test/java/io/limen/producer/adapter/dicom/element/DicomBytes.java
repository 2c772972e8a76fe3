package io.limen.producer.adapter.dicom.element;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Writes data elements as PS3.5 says, for tests. */
public final class DicomBytes {

    public static final int PIXEL_DATA = 0x7FE0_0010;

    private static final List<String> LONG = List.of("OB", "OW", "OF", "SQ", "UN", "UT");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final boolean explicit;
    private final ByteOrder order;

    private DicomBytes(boolean explicit, ByteOrder order) {
        this.explicit = explicit;
        this.order = order;
    }

    public static DicomBytes explicitLittle() {
        return new DicomBytes(true, ByteOrder.LITTLE_ENDIAN);
    }

    public static DicomBytes of(TransferSyntax syntax) {
        return new DicomBytes(syntax.explicit(), syntax.order());
    }

    /** Attributes of an uncompressed image. */
    public DicomBytes image(String photometric, int samples, int rows, int columns, int bits) {
        return word(Attribute.SAMPLES_PER_PIXEL, samples)
                .text(Attribute.PHOTOMETRIC_INTERPRETATION, "CS", photometric)
                .word(Attribute.ROWS, rows)
                .word(Attribute.COLUMNS, columns)
                .word(Attribute.BITS_ALLOCATED, bits)
                .word(Attribute.BITS_STORED, bits)
                .word(Attribute.HIGH_BIT, bits - 1)
                .word(Attribute.PIXEL_REPRESENTATION, 0);
    }

    public DicomBytes word(Attribute attribute, int... words) {
        return element(attribute.tag(), words.length > 3 ? "OW" : "US", written(words));
    }

    /** Pixels of 16 bits. */
    public DicomBytes word16(int... words) {
        return element(PIXEL_DATA, "OW", written(words));
    }

    private byte[] written(int... words) {
        ByteBuffer value = ByteBuffer.allocate(Short.BYTES * words.length).order(order);
        for (int word : words) {
            value.putShort((short) word);
        }
        return value.array();
    }

    public DicomBytes text(Attribute attribute, String representation, String text) {
        return text(attribute.tag(), representation, text);
    }

    public DicomBytes text(int tag, String representation, String text) {
        String even = text.length() % 2 == 0 ? text : text + (representation.equals("UI") ? "\0" : " ");
        return element(tag, representation, even.getBytes(StandardCharsets.ISO_8859_1));
    }

    @SafeVarargs
    public final DicomBytes sequence(Attribute attribute, Consumer<DicomBytes>... items) {
        return sequence(attribute.tag(), items);
    }

    @SafeVarargs
    public final DicomBytes sequence(int tag, Consumer<DicomBytes>... items) {
        DicomBytes content = new DicomBytes(explicit, order);
        for (Consumer<DicomBytes> item : items) {
            DicomBytes dataSet = new DicomBytes(explicit, order);
            item.accept(dataSet);
            content.number(0xFFFE, Short.BYTES).number(0xE000, Short.BYTES).number(dataSet.bytes.size(), Integer.BYTES);
            content.bytes.writeBytes(dataSet.bytes.toByteArray());
        }
        return element(tag, "SQ", content.bytes.toByteArray());
    }

    public DicomBytes element(int tag, String representation, byte[] value) {
        header(tag, representation, value.length);
        bytes.writeBytes(value);
        return this;
    }

    /** Begins an element of a length that may be a lie. */
    public DicomBytes header(int tag, String representation, long length) {
        number(tag >>> 16, Short.BYTES).number(tag & 0xFFFF, Short.BYTES);
        if (!explicit) {
            return number(length, Integer.BYTES);
        }
        bytes.writeBytes(representation.getBytes(StandardCharsets.US_ASCII));
        if (LONG.contains(representation)) {
            return number(0, Short.BYTES).number(length, Integer.BYTES);
        }
        return number(length, Short.BYTES);
    }

    /** Pixels in fragments, after an empty table. */
    public DicomBytes fragments(byte[]... fragments) {
        return fragments(new long[0], fragments);
    }

    public DicomBytes fragments(long[] offsets, byte[]... fragments) {
        header(PIXEL_DATA, "OB", 0xFFFF_FFFFL);
        number(0xFFFE, 2).number(0xE000, 2).number(Integer.BYTES * offsets.length, Integer.BYTES);
        for (long offset : offsets) {
            number(offset, Integer.BYTES);
        }
        for (byte[] fragment : fragments) {
            number(0xFFFE, 2).number(0xE000, 2).number(fragment.length, Integer.BYTES);
            bytes.writeBytes(fragment);
        }
        return number(0xFFFE, 2).number(0xE0DD, 2).number(0, Integer.BYTES);
    }

    public DicomBytes raw(byte... raw) {
        bytes.writeBytes(raw);
        return this;
    }

    public DicomBytes number(long number, int size) {
        byte[] little = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(number)
                .array();
        for (int i = 0; i < size; i++) {
            bytes.write(little[order == ByteOrder.LITTLE_ENDIAN ? i : size - 1 - i]);
        }
        return this;
    }

    /** The file that these elements make, with its own header. */
    public byte[] file(String transferSyntax) {
        DicomBytes meta = explicitLittle().text(Attribute.TRANSFER_SYNTAX_UID, "UI", transferSyntax);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[128]);
        file.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(meta.bytes.toByteArray());
        file.writeBytes(bytes.toByteArray());
        return file.toByteArray();
    }

    /** Writes an explicit little endian file. */
    public Path write(Path file) {
        return write(file, "1.2.840.10008.1.2.1");
    }

    public Path write(Path file, String transferSyntax) {
        try {
            return Files.write(file, file(transferSyntax));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
