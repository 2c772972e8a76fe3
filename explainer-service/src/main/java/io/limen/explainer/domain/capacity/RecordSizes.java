package io.limen.explainer.domain.capacity;

/**
 * Bytes of an {@code Attribution} in Kafka. All but the overlay is held against encoded records by a test.
 *
 * <p>A block has seven values in the record, three of them doubles. The overlay is a PNG of what the model saw.
 */
public final class RecordSizes {

    /** Everything but maps and overlay: names, digests, features. */
    public static final long FIXED = 1_500;

    /** Three doubles, a count and three flags, each with the branch of its union. */
    public static final double PER_BLOCK = 36;

    /** Overlays of three dermoscopy pictures of 256x256: 79, 94 and 94 KB. A smooth picture has fewer. */
    public static final double OVERLAY_PER_PIXEL = 1.4;

    private RecordSizes() {}

    /** Before compression; overlays don't get smaller by it, maps to about a third. */
    public static long attribution(MapShape map) {
        return withoutOverlay(map) + Math.round(OVERLAY_PER_PIXEL * map.pixels());
    }

    /** What a test can hold: names, digests, features and maps. */
    public static long withoutOverlay(MapShape map) {
        return Math.round(FIXED + PER_BLOCK * map.blocks());
    }
}
