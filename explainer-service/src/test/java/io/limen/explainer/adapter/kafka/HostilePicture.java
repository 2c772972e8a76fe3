package io.limen.explainer.adapter.kafka;

import java.util.Arrays;
import java.util.Random;

/** Kinds of pictures that are not what they seem; each makes any number of them. */
enum HostilePicture {
    PNG_DAMAGED {
        @Override
        byte[] make(Random random, byte[] sound) {
            return damaged(random, soundPng(128, 128));
        }
    },
    PNG_OF_ANY_SIZE {
        @Override
        byte[] make(Random random, byte[] sound) {
            int[] sides = {0, -1, 1, 3000, 100_000, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x10001};
            int height = sides[random.nextInt(sides.length)];
            int width = sides[random.nextInt(sides.length)];
            int depth = new int[] {1, 8, 16, 3, 255}[random.nextInt(5)];
            return new HostilePng(height, width, depth, random.nextInt(8))
                    .chunk("IDAT", HostilePng.zeros(1))
                    .end();
        }
    },
    PNG_BOMB {
        @Override
        byte[] make(Random random, byte[] sound) {
            // all that the limit of pixels lets pass, or little that goes on and on
            int side = random.nextBoolean() ? 4096 : 128;
            int colour = random.nextBoolean() ? HostilePng.RGB_WITH_ALPHA : HostilePng.GRAY;
            int mebibytes = side == 128 ? 400 : 130;
            return new HostilePng(side, side, 16, colour)
                    .chunk("IDAT", HostilePng.zeros(mebibytes))
                    .end();
        }
    },
    PNG_CHUNKS {
        @Override
        byte[] make(Random random, byte[] sound) {
            String[] types = {
                "iCCP", "zTXt", "iTXt", "PLTE", "tRNS", "eXIf", "hIST", "sPLT", "fdAT", "\u0001\u001b[2", "IHDR"
            };
            HostilePng png = new HostilePng(128, 128, 8, random.nextBoolean() ? HostilePng.RGB : 3);
            for (int i = 0; i < 3; i++) {
                byte[] content = random.nextBoolean() ? HostilePng.named(HostilePng.zeros(400)) : new byte[7];
                int[] claims = {content.length, Integer.MAX_VALUE, -1, 0, Integer.MIN_VALUE, content.length};
                png.chunk(types[random.nextInt(types.length)], content, claims[random.nextInt(claims.length)]);
                if (random.nextBoolean()) {
                    break;
                }
            }
            return png.chunk("IDAT", HostilePng.zeros(1)).end();
        }
    },
    JPEG_DAMAGED {
        @Override
        byte[] make(Random random, byte[] sound) {
            return damaged(random, sound);
        }
    },
    JPEG_OF_ANY_SIZE {
        @Override
        byte[] make(Random random, byte[] sound) {
            int[] sides = {0, 1, 0xFFFF, 4096, 129, 30_000};
            return HostileJpeg.ofSize(sound, sides[random.nextInt(sides.length)], sides[random.nextInt(sides.length)]);
        }
    },
    JPEG_SEGMENTS {
        @Override
        byte[] make(Random random, byte[] sound) {
            byte[] made = sound;
            for (int i = random.nextInt(6); i >= 0; i--) {
                made = switch (random.nextInt(4)) {
                    case 0 -> HostileJpeg.withSegment(made, 2, HostileJpeg.profile(random, 1 + i, 255));
                    case 1 -> HostileJpeg.withSegment(made, 1, HostileJpeg.directoryOfItself());
                    case 2 ->
                        HostileJpeg.withSegment(
                                made, 14, "Adobe\0d\0\0\0\0\2".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
                    default -> HostileJpeg.withSegment(made, random.nextInt(16), new byte[random.nextInt(65_000)]);
                };
            }
            return made;
        }
    },
    JPEG_OF_MANY_SCANS {
        @Override
        byte[] make(Random random, byte[] sound) {
            return MANY_SCANS;
        }
    },
    OTHER_FORMATS {
        @Override
        byte[] make(Random random, byte[] sound) {
            return switch (random.nextInt(4)) {
                case 0 -> HostileOtherImages.gif(random);
                case 1 -> HostileOtherImages.bmp(random);
                case 2 ->
                    "<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"file:/etc/passwd\"/></svg>"
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
                default -> HostileOtherImages.tiff(random);
            };
        }
    };

    /** What a record may carry. */
    static final int MOST_BYTES = 524_288;

    private static final byte[] MANY_SCANS = HostileJpeg.ofManyScans(4000, MOST_BYTES);

    /** @param sound a JPEG that can be read */
    abstract byte[] make(Random random, byte[] sound);

    static byte[] soundPng(int height, int width) {
        return new HostilePng(height, width, 8, HostilePng.RGB)
                .chunk("IDAT", HostilePng.zeros(1))
                .end();
    }

    /** Cut short, with bits turned over, or with a stretch of noise. */
    static byte[] damaged(Random random, byte[] sound) {
        byte[] damaged = sound.clone();
        switch (random.nextInt(3)) {
            case 0 -> {
                return Arrays.copyOf(damaged, random.nextInt(damaged.length));
            }
            case 1 -> {
                for (int i = random.nextInt(32); i >= 0; i--) {
                    damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
            default -> {
                byte[] noise = new byte[1 + random.nextInt(Math.min(64, damaged.length))];
                random.nextBytes(noise);
                System.arraycopy(noise, 0, damaged, random.nextInt(damaged.length - noise.length + 1), noise.length);
            }
        }
        return damaged;
    }
}
