package io.limen.explainer.adapter.kafka;

/** What is wrong with a record. */
enum HostileKind {
    NOTHING,
    TRUNCATED,
    BITS_TURNED_OVER,
    NOISE,
    NO_VALUE,
    OTHER_SCHEMA,
    UNKNOWN_FINGERPRINT,
    HUGE_LENGTHS,
    BYTES_BEHIND,
    KEYS,
    HEADERS,
    FORGED_IDS,
    LONG_TEXT,
    MODEL_NAMES,
    CLASSES,
    REGIONS,
    FILES_OUTSIDE,
    OTHER_ADDRESSES,
    NO_REGULAR_FILES,
    PNG_DAMAGED(HostilePicture.PNG_DAMAGED),
    PNG_OF_ANY_SIZE(HostilePicture.PNG_OF_ANY_SIZE),
    PNG_BOMB(HostilePicture.PNG_BOMB),
    PNG_CHUNKS(HostilePicture.PNG_CHUNKS),
    JPEG_DAMAGED(HostilePicture.JPEG_DAMAGED),
    JPEG_OF_ANY_SIZE(HostilePicture.JPEG_OF_ANY_SIZE),
    JPEG_SEGMENTS(HostilePicture.JPEG_SEGMENTS),
    JPEG_OF_MANY_SCANS(HostilePicture.JPEG_OF_MANY_SCANS),
    OTHER_FORMATS(HostilePicture.OTHER_FORMATS),
    MASKS;

    private final HostilePicture picture;

    HostileKind() {
        this(null);
    }

    HostileKind(HostilePicture picture) {
        this.picture = picture;
    }

    /** The kind of its image; null when that is sound. */
    HostilePicture picture() {
        return picture;
    }
}
