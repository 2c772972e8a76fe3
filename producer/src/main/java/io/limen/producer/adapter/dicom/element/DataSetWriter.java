package io.limen.producer.adapter.dicom.element;

import io.limen.producer.application.OwnerOnly;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Collects data elements and writes them in the order of their tags, explicit little endian (PS3.5, 7.1). */
public final class DataSetWriter {

    private static final Set<String> LONG = Set.of("OB", "OF", "OW", "SQ", "UT");
    private static final int LONGEST_SHORT = 0xFFFF;
    private static final int ITEM = 0xFFFE_E000;

    private static final int META_VERSION = 0x0002_0001;
    private static final int META_CLASS = 0x0002_0002;
    private static final int META_INSTANCE = 0x0002_0003;
    private static final int META_SYNTAX = 0x0002_0010;
    private static final int META_IMPLEMENTATION = 0x0002_0012;
    private static final int META_LENGTH = 0x0002_0000;
    private static final int SOP_CLASS = 0x0008_0016;
    private static final int SOP_INSTANCE = 0x0008_0018;
    private static final String EXPLICIT_LITTLE_ENDIAN = "1.2.840.10008.1.2.1";
    private static final int PREAMBLE = 128;

    private final Map<Integer, byte[]> elements = new TreeMap<>(Integer::compareUnsigned);

    /** Text; several values are set apart by backslashes. An empty text is an attribute without a value. */
    public DataSetWriter text(int tag, String representation, String text) {
        byte[] value = text.getBytes(StandardCharsets.US_ASCII);
        return element(tag, representation, padded(value, representation.equals("UI") ? 0 : ' '));
    }

    /** 16-bit numbers. */
    public DataSetWriter words(int tag, int... words) {
        ByteBuffer value = little(Short.BYTES * words.length);
        for (int word : words) {
            value.putShort((short) word);
        }
        return element(tag, "US", value.array());
    }

    /** 32-bit whole numbers. */
    public DataSetWriter longs(int tag, int... numbers) {
        ByteBuffer value = little(Integer.BYTES * numbers.length);
        for (int number : numbers) {
            value.putInt(number);
        }
        return element(tag, "UL", value.array());
    }

    /** The tag of another attribute. */
    public DataSetWriter pointer(int tag, int pointer) {
        return element(
                tag,
                "AT",
                little(4)
                        .putShort((short) (pointer >>> 16))
                        .putShort((short) pointer)
                        .array());
    }

    /** 32-bit floating-point numbers. */
    public DataSetWriter floats(int tag, String representation, float... numbers) {
        ByteBuffer value = little(Float.BYTES * numbers.length);
        for (float number : numbers) {
            value.putFloat(number);
        }
        return element(tag, representation, value.array());
    }

    /** 64-bit floating-point numbers. */
    public DataSetWriter doubles(int tag, double... numbers) {
        ByteBuffer value = little(Double.BYTES * numbers.length);
        for (double number : numbers) {
            value.putDouble(number);
        }
        return element(tag, "FD", value.array());
    }

    /** Bytes as they are. */
    public DataSetWriter bytes(int tag, String representation, byte[] bytes) {
        return element(tag, representation, padded(bytes, 0));
    }

    /** Items of a sequence. */
    public DataSetWriter sequence(int tag, DataSetWriter... items) {
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        for (DataSetWriter item : items) {
            byte[] content = item.encoded();
            value.writeBytes(little(8)
                    .putShort((short) (ITEM >>> 16))
                    .putShort((short) ITEM)
                    .putInt(content.length)
                    .array());
            value.writeBytes(content);
        }
        return element(tag, "SQ", value.toByteArray());
    }

    /** An attribute as another file has it; nothing where it has none. */
    public DataSetWriter copy(DataSet source, Attribute attribute) {
        byte[] value = source.bytes(attribute);
        return value.length == 0 ? this : bytes(attribute.tag(), attribute.representation(), value);
    }

    /** An attribute as another file has it; without a value where it has none. */
    public DataSetWriter copyOrEmpty(DataSet source, Attribute attribute) {
        return bytes(attribute.tag(), attribute.representation(), source.bytes(attribute));
    }

    private DataSetWriter element(int tag, String representation, byte[] value) {
        ByteBuffer header = little(LONG.contains(representation) ? 12 : 8)
                .putShort((short) (tag >>> 16))
                .putShort((short) tag)
                .put(representation.getBytes(StandardCharsets.US_ASCII));
        if (LONG.contains(representation)) {
            header.putShort((short) 0).putInt(value.length);
        } else if (value.length <= LONGEST_SHORT) {
            header.putShort((short) value.length);
        } else {
            throw new IllegalArgumentException("DataSetWriter: " + value.length + " bytes of " + representation);
        }
        byte[] element = new byte[header.capacity() + value.length];
        System.arraycopy(header.array(), 0, element, 0, header.capacity());
        System.arraycopy(value, 0, element, header.capacity(), value.length);
        elements.put(tag, element);
        return this;
    }

    private static byte[] padded(byte[] value, int padding) {
        if (value.length % 2 == 0) {
            return value;
        }
        byte[] even = Arrays.copyOf(value, value.length + 1);
        even[value.length] = (byte) padding;
        return even;
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private byte[] encoded() {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        elements.values().forEach(encoded::writeBytes);
        return encoded.toByteArray();
    }

    /**
     * Writes a file (PS3.10) of these elements.
     *
     * @param implementation UID of who writes
     */
    public void write(Path file, String sopClass, String sopInstance, String implementation) throws IOException {
        text(SOP_CLASS, "UI", sopClass).text(SOP_INSTANCE, "UI", sopInstance);
        byte[] meta = new DataSetWriter()
                .bytes(META_VERSION, "OB", new byte[] {0, 1})
                .text(META_CLASS, "UI", sopClass)
                .text(META_INSTANCE, "UI", sopInstance)
                .text(META_SYNTAX, "UI", EXPLICIT_LITTLE_ENDIAN)
                .text(META_IMPLEMENTATION, "UI", implementation)
                .encoded();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[PREAMBLE]);
        bytes.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(new DataSetWriter().longs(META_LENGTH, meta.length).encoded());
        bytes.writeBytes(meta);
        bytes.writeBytes(encoded());
        // it may say whose image it is
        Files.deleteIfExists(file);
        Files.createFile(file, OwnerOnly.file(file));
        Files.write(file, bytes.toByteArray());
    }
}
