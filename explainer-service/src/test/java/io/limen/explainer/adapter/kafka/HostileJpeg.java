package io.limen.explainer.adapter.kafka;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** JPEG files with segments that lie. */
final class HostileJpeg {

    private static final int MARKER = 0xFF;
    private static final int APP0 = 0xE0;
    private static final int BASELINE = 0xC0;
    private static final int PROGRESSIVE = 0xC2;
    private static final int SCAN = 0xDA;
    private static final int MOST_IN_A_SEGMENT = 65_533;

    private HostileJpeg() {}

    /** A segment of any content behind the start of an image. */
    static byte[] withSegment(byte[] sound, int application, byte[] content) {
        int length = Math.min(content.length, MOST_IN_A_SEGMENT);
        return ByteBuffer.allocate(sound.length + 4 + length)
                .put(sound, 0, 2)
                .put((byte) MARKER)
                .put((byte) (APP0 + application))
                .putShort((short) (length + 2))
                .put(content, 0, length)
                .put(sound, 2, sound.length - 2)
                .array();
    }

    /** A colour profile, or a part of one, of noise. */
    static byte[] profile(Random random, int part, int parts) {
        byte[] content = new byte[60_000];
        random.nextBytes(content);
        byte[] head = "ICC_PROFILE\0".getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(head, 0, content, 0, head.length);
        content[head.length] = (byte) part;
        content[head.length + 1] = (byte) parts;
        return content;
    }

    /** A directory of the camera that is followed by itself, and whose entries claim 4 GB. */
    static byte[] directoryOfItself() {
        ByteBuffer content = ByteBuffer.allocate(64);
        content.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        content.putShort((short) 1).putShort((short) 0x0201).putShort((short) 1).putInt(-1);
        return content.putInt(0x7FFFFFFF).putInt(8).array();
    }

    /** The same picture, said to have another size. */
    static byte[] ofSize(byte[] sound, int height, int width) {
        byte[] changed = sound.clone();
        for (int at = 2; at < changed.length - 9; at += 2 + length(changed, at)) {
            int kind = changed[at + 1] & 0xFF;
            if (kind == BASELINE || kind == PROGRESSIVE) {
                ByteBuffer.wrap(changed, at + 5, 4).putShort((short) height).putShort((short) width);
                return changed;
            }
        }
        throw new AssertionError("no frame");
    }

    private static int length(byte[] jpeg, int at) {
        return (jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF;
    }

    /** A progressive picture whose last scan comes again and again: each costs a pass over all of it, and a few bytes. */
    static byte[] ofManyScans(int side, int mostBytes) {
        byte[] sound = progressive(side);
        int last = lastScan(sound);
        byte[] scan = Arrays.copyOfRange(sound, last, sound.length - 2);
        ByteArrayOutputStream repeated = new ByteArrayOutputStream();
        repeated.write(sound, 0, last);
        while (repeated.size() + scan.length < mostBytes) {
            repeated.writeBytes(scan);
        }
        repeated.write(MARKER);
        repeated.write(0xD9);
        return repeated.toByteArray();
    }

    private static int lastScan(byte[] jpeg) {
        for (int at = jpeg.length - 2; at > 0; at--) {
            if ((jpeg[at] & 0xFF) == MARKER && (jpeg[at + 1] & 0xFF) == SCAN) {
                return at;
            }
        }
        throw new AssertionError("no scan");
    }

    private static byte[] progressive(int side) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(out);
            writer.write(
                    null, new IIOImage(new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY), null, null), how);
        } catch (IOException e) {
            throw new AssertionError(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
