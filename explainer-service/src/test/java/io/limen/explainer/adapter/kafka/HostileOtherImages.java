package io.limen.explainer.adapter.kafka;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** TIFF, GIF and BMP files that claim what they do not hold. */
final class HostileOtherImages {

    private static final short WIDTH = 256;
    private static final short HEIGHT = 257;
    private static final short BITS = 258;
    private static final short COMPRESSION = 259;
    private static final short COLOURS = 262;
    private static final short STRIPS = 273;
    private static final short SAMPLES = 277;
    private static final short ROWS_IN_A_STRIP = 278;
    private static final short STRIP_BYTES = 279;
    private static final short TILE_WIDTH = 322;
    private static final short TILE_HEIGHT = 323;
    private static final short TILES = 324;
    private static final short TILE_BYTES = 325;
    private static final short FORMAT = 339;
    private static final int FLOATS = 3;

    /** None, those of fax, LZW, JPEG, deflated, packed. */
    private static final int[] COMPRESSIONS = {1, 1, 2, 3, 4, 5, 6, 7, 8, 32_946, 32_773};

    private HostileOtherImages() {}

    /** A TIFF of one of some kinds of lies. */
    static byte[] tiff(Random random) {
        int compression = COMPRESSIONS[random.nextInt(COMPRESSIONS.length)];
        int[][] entries = switch (random.nextInt(6)) {
            case 0 -> entries(compression, 100_000, 100_000, 1, 8, 1);
            case 1 -> entries(compression, 64, 64, 65_535, 8, 1);
            case 2 -> entries(compression, 4000, 4000, 60, 64, FLOATS);
            case 3 -> tiles(compression, 1 << 30, 1 << 30);
            case 4 -> tiles(compression, 60_000, 60_000);
            default -> entries(compression, 32, 32, 3, 32, FLOATS);
        };
        ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 12 * entries.length + 4 + 32 * 32 * 3 * 4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {'I', 'I', 42, 0})
                .putInt(8)
                .putShort((short) entries.length);
        for (int[] entry : entries) {
            tiff.putShort((short) entry[0]).putShort((short) 4).putInt(1).putInt(entry[1]);
        }
        // a directory that is followed by itself; then values that are no numbers
        tiff.putInt(8);
        while (tiff.remaining() >= 4) {
            tiff.putFloat(random.nextBoolean() ? Float.NaN : Float.POSITIVE_INFINITY);
        }
        return tiff.array();
    }

    private static int[][] entries(int compression, int height, int width, int samples, int bits, int format) {
        return new int[][] {
            {WIDTH, width},
            {HEIGHT, height},
            {BITS, bits},
            {COMPRESSION, compression},
            {COLOURS, samples >= 3 ? 2 : 1},
            {STRIPS, 200},
            {SAMPLES, samples},
            {ROWS_IN_A_STRIP, height},
            {STRIP_BYTES, Integer.MAX_VALUE},
            {FORMAT, format}
        };
    }

    private static int[][] tiles(int compression, int height, int width) {
        return new int[][] {
            {WIDTH, 64},
            {HEIGHT, 64},
            {BITS, 8},
            {COMPRESSION, compression},
            {COLOURS, 1},
            {SAMPLES, 1},
            {TILE_WIDTH, width},
            {TILE_HEIGHT, height},
            {TILES, 200},
            {TILE_BYTES, Integer.MAX_VALUE}
        };
    }

    /** A GIF whose screen, frame or palette lies, followed by noise. */
    static byte[] gif(Random random) {
        int side = random.nextBoolean() ? 0xFFFF : 1 + random.nextInt(5000);
        byte[] noise = new byte[random.nextInt(2000)];
        random.nextBytes(noise);
        return ByteBuffer.allocate(13 + 10 + 1 + noise.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("GIF89a".getBytes(StandardCharsets.ISO_8859_1))
                .putShort((short) (random.nextBoolean() ? 1 : side))
                .putShort((short) side)
                .put(new byte[] {0, 0, 0})
                .put((byte) 0x2C)
                .putInt(0)
                .putShort((short) side)
                .putShort((short) side)
                .put((byte) 0)
                .put((byte) random.nextInt(256))
                .put(noise)
                .array();
    }

    /** A BMP whose header lies, followed by noise. */
    static byte[] bmp(Random random) {
        int[] sides = {100_000, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 4000};
        byte[] noise = new byte[random.nextInt(2000)];
        random.nextBytes(noise);
        return ByteBuffer.allocate(54 + noise.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {'B', 'M'})
                .putInt(random.nextInt())
                .putInt(0)
                .putInt(random.nextBoolean() ? 54 : random.nextInt())
                .putInt(40)
                .putInt(sides[random.nextInt(sides.length)])
                .putInt(sides[random.nextInt(sides.length)])
                .putShort((short) 1)
                .putShort((short) new int[] {1, 4, 8, 16, 24, 32}[random.nextInt(6)])
                .putInt(random.nextInt(5))
                .putInt(random.nextInt())
                .putInt(0)
                .putInt(0)
                .putInt(random.nextBoolean() ? 0 : random.nextInt())
                .putInt(0)
                .put(noise)
                .array();
    }
}
