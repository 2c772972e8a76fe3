package io.limen.explainer.adapter.djl;

import io.limen.explainer.application.Sha256;
import io.limen.explainer.domain.image.Image;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
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

    private final MeansOnDisk disk;
    private final Map<Key, Map<Integer, float[]>> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** @param disk what earlier processes found */
    KeptMeans(MeansOnDisk disk) {
        this.disk = disk;
    }

    /**
     * What means depend on.
     *
     * @param donors {@link #fingerprint} of the images
     * @param components that are averaged
     * @param plan how donors are run: rounding depends on it
     */
    record Key(String donors, List<TappedComponent> components, BatchPlan plan) {

        Key {
            components = List.copyOf(components);
        }
    }

    /** SHA-256 over the sizes and pixels of images, in their order. */
    static String fingerprint(List<Image> images) {
        MessageDigest digest = Sha256.digest();
        for (Image image : images) {
            ByteBuffer bytes = ByteBuffer.allocate(2 * Integer.BYTES + Float.BYTES * image.pixels().length);
            bytes.putInt(image.height()).putInt(image.width()).asFloatBuffer().put(image.pixels());
            digest.update(bytes.rewind());
        }
        return Sha256.text(digest.digest());
    }

    /** The means by the components' numbers, [channels] each; not to be written to. */
    Optional<Map<Integer, float[]>> find(Key key) {
        Optional<Map<Integer, float[]>> known = remembered(key);
        if (known.isEmpty()) {
            known = disk.find(key);
            known.ifPresent(means -> remember(key, means));
        }
        return known;
    }

    /** Keeps means, here and for the next process. */
    void keep(Key key, Map<Integer, float[]> means) {
        remember(key, means);
        disk.keep(key, means);
    }

    private synchronized Optional<Map<Integer, float[]>> remembered(Key key) {
        return Optional.ofNullable(kept.get(key));
    }

    /** Forgets those that were asked for the longest time ago when they become too many. */
    private synchronized void remember(Key key, Map<Integer, float[]> means) {
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
