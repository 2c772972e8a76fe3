package io.limen.explainer.adapter.djl;

import io.limen.explainer.domain.image.Image;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What components of one network are on average over donor images. It is the same for every case with the same donors, and takes
 * a pass of each, while its numbers take kilobytes: those of the latest donors are kept. Used by several threads at a time.
 */
final class KeptMeans {

    /** Hundreds of sets of donors for a small U-Net, some tens for a network of ten thousand channels. */
    static final long MOST_BYTES = 4L << 20;

    /** What a component takes in the key and as an entry, about. */
    private static final int BYTES_OF_COMPONENT = 256;

    private final Map<Key, Map<Integer, float[]>> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /**
     * What means depend on.
     *
     * @param donors {@link #fingerprint} of the images
     * @param components that are averaged
     * @param plan how donors are run: rounding depends on it
     */
    record Key(ByteBuffer donors, List<TappedComponent> components, BatchPlan plan) {

        Key {
            donors = donors.asReadOnlyBuffer();
            components = List.copyOf(components);
        }
    }

    /** SHA-256 over the sizes and pixels of images, in their order. */
    static ByteBuffer fingerprint(List<Image> images) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Image image : images) {
                ByteBuffer bytes = ByteBuffer.allocate(2 * Integer.BYTES + Float.BYTES * image.pixels().length);
                bytes.putInt(image.height())
                        .putInt(image.width())
                        .asFloatBuffer()
                        .put(image.pixels());
                digest.update(bytes.rewind());
            }
            return ByteBuffer.wrap(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The means by the components' numbers, [channels] each; not to be written to. */
    synchronized Optional<Map<Integer, float[]>> find(Key key) {
        return Optional.ofNullable(kept.get(key));
    }

    /** Keeps means, and forgets those that were asked for the longest time ago when they become too many. */
    synchronized void keep(Key key, Map<Integer, float[]> means) {
        if (kept.put(key, Map.copyOf(means)) == null) {
            bytes += bytesOf(means);
        }
        Iterator<Map<Integer, float[]>> oldest = kept.values().iterator();
        while (bytes > MOST_BYTES && oldest.hasNext()) {
            bytes -= bytesOf(oldest.next());
            oldest.remove();
        }
    }

    private static long bytesOf(Map<Integer, float[]> means) {
        return means.values().stream()
                .mapToLong(mean -> BYTES_OF_COMPONENT + (long) Float.BYTES * mean.length)
                .sum();
    }
}
