package io.limen.producer.domain.image;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which sample values of a mask file are foreground. */
public sealed interface ForegroundRule {

    /** More values than any label map in use has classes, fewer than a soft edge has steps. */
    int MOST_LABELS = 32;

    /**
     * Everything from a value on.
     *
     * @param threshold smallest foreground value, 1 or more
     */
    record AtLeast(int threshold) implements ForegroundRule {

        public AtLeast {
            if (!(threshold >= 1)) {
                throw new IllegalArgumentException("threshold: " + threshold);
            }
        }

        @Override
        public boolean holds(int sample) {
            return sample >= threshold;
        }
    }

    /**
     * Some classes of several.
     *
     * @param values theirs, each 1 or more; one or more
     */
    record Labels(Set<Integer> values) implements ForegroundRule {

        public Labels {
            values = Set.copyOf(values);
            if (values.isEmpty() || values.stream().anyMatch(value -> value < 1)) {
                throw new IllegalArgumentException("labels: " + values);
            }
        }

        /** One class. */
        public static Labels only(int value) {
            return new Labels(Set.of(value));
        }

        @Override
        public boolean holds(int sample) {
            return values.contains(sample);
        }
    }

    /** Whether a value is foreground. */
    boolean holds(int sample);

    /** The mask of samples [height, width], row-major. */
    default Mask apply(int width, int height, int[] samples) {
        boolean[] foreground = new boolean[samples.length];
        for (int i = 0; i < samples.length; i++) {
            foreground[i] = holds(samples[i]);
        }
        return new Mask(width, height, foreground);
    }

    /**
     * The rule for a file. One of few values holds labels: everything but 0 is foreground (0/1, 0/255, 0/65535, class
     * numbers). One of many values has soft edges, from resampling or from JPEG: foreground is what reaches half the largest
     * value.
     *
     * @param samples values of the file as stored, 0 or more
     */
    static ForegroundRule of(int[] samples) {
        Set<Integer> distinct = new HashSet<>();
        int largest = 0;
        for (int sample : samples) {
            largest = Math.max(largest, sample);
            if (distinct.size() <= MOST_LABELS) {
                distinct.add(sample);
            }
        }
        return new AtLeast(distinct.size() <= MOST_LABELS ? 1 : (largest + 1) / 2);
    }

    /** These classes if somebody names some, else what the file looks like. */
    static ForegroundRule of(Optional<Labels> labels, int[] samples) {
        return labels.isPresent() ? labels.get() : of(samples);
    }
}
