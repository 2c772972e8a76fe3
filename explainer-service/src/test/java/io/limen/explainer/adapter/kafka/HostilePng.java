package io.limen.explainer.adapter.kafka;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes PNG files chunk by chunk, whatever the chunks say. */
final class HostilePng {

    static final int GRAY = 0;
    static final int RGB = 2;
    static final int RGB_WITH_ALPHA = 6;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int MEBIBYTE = 1 << 20;

    /** Made once: to deflate some hundred megabytes takes a second. */
    private static final Map<Integer, byte[]> ZEROS = new ConcurrentHashMap<>();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    HostilePng(int height, int width, int depth, int colour) {
        bytes.writeBytes(SIGNATURE);
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        chunk("IHDR", header.put((byte) depth).put((byte) colour).array());
    }

    HostilePng chunk(String type, byte[] content) {
        return chunk(type, content, content.length);
    }

    /** @param claimed what the chunk says about its length */
    HostilePng chunk(String type, byte[] content, int claimed) {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        bytes.writeBytes(ByteBuffer.allocate(4).putInt(claimed).array());
        bytes.writeBytes(name);
        bytes.writeBytes(content);
        bytes.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
        return this;
    }

    byte[] end() {
        return chunk("IEND", new byte[0]).bytes.toByteArray();
    }

    /** A chunk's content that names something and goes on compressed: iCCP and zTXt. */
    static byte[] named(byte[] deflated) {
        return ByteBuffer.allocate(deflated.length + 3)
                .put((byte) 'a')
                .putShort((short) 0)
                .put(deflated)
                .array();
    }

    /** So many mebibytes of zeros, deflated. */
    static byte[] zeros(int mebibytes) {
        return ZEROS.computeIfAbsent(mebibytes, HostilePng::deflate);
    }

    private static byte[] deflate(int mebibytes) {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(deflated, new Deflater(Deflater.BEST_COMPRESSION))) {
            byte[] block = new byte[MEBIBYTE];
            for (int i = 0; i < mebibytes; i++) {
                out.write(block);
            }
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
        return deflated.toByteArray();
    }
}
