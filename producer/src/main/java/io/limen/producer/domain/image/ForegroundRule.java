package io.limen.producer.domain.image;

import java.util.HashSet;
import java.util.Set;

/**
 * Which sample values of a mask file are foreground. A file of few values holds labels: everything but 0 is foreground
 * (0/1, 0/255, 0/65535, class numbers). A file of many values has soft edges, from resampling or from JPEG: foreground is
 * what reaches half the largest value.
 *
 * @param threshold smallest foreground value, 1 or more
 */
public record ForegroundRule(int threshold) {

    /** More values than any label map in use has classes, fewer than a soft edge has steps. */
    static final int MOST_LABELS = 32;

    public ForegroundRule {
        if (!(threshold >= 1)) {
            throw new IllegalArgumentException("threshold: " + threshold);
        }
    }

    /**
     * The rule for a file.
     *
     * @param samples values of the file as stored, 0 or more
     */
    public static ForegroundRule of(int[] samples) {
        Set<Integer> distinct = new HashSet<>();
        int largest = 0;
        for (int sample : samples) {
            largest = Math.max(largest, sample);
            if (distinct.size() <= MOST_LABELS) {
                distinct.add(sample);
            }
        }
        return new ForegroundRule(distinct.size() <= MOST_LABELS ? 1 : (largest + 1) / 2);
    }

    /** The mask of samples [height, width], row-major. */
    public Mask apply(int width, int height, int[] samples) {
        boolean[] foreground = new boolean[samples.length];
        for (int i = 0; i < samples.length; i++) {
            foreground[i] = samples[i] >= threshold;
        }
        return new Mask(width, height, foreground);
    }
}
