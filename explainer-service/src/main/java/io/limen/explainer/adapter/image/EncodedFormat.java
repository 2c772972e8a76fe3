package io.limen.explainer.adapter.image;

import java.util.Locale;
import java.util.Optional;

/** A format that is accepted, known by its first bytes; whatever else a plugin on the class path may read is refused. */
enum EncodedFormat {
    PNG("png", new int[] {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}),
    JPEG("jpeg", new int[] {0xFF, 0xD8, 0xFF}),
    GIF("gif", new int[] {'G', 'I', 'F', '8'}),
    BMP("bmp", new int[] {'B', 'M'}),
    TIFF_LITTLE_ENDIAN("tiff", new int[] {'I', 'I', 42, 0}),
    TIFF_BIG_ENDIAN("tiff", new int[] {'M', 'M', 0, 42});

    private final String imageIoName;
    private final int[] magic;

    EncodedFormat(String imageIoName, int[] magic) {
        this.imageIoName = imageIoName;
        this.magic = magic;
    }

    /** The format's name in ImageIO. */
    String imageIoName() {
        return imageIoName;
    }

    /** The format's name to people. */
    String title() {
        return imageIoName.toUpperCase(Locale.ROOT);
    }

    /** Whether encoding changes values, so that a mask has a seam of small non-zero values. */
    boolean lossy() {
        return this == JPEG;
    }

    static Optional<EncodedFormat> of(byte[] encoded) {
        for (EncodedFormat format : values()) {
            if (format.starts(encoded)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    private boolean starts(byte[] encoded) {
        if (encoded.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((encoded[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
