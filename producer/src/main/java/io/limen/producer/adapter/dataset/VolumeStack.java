package io.limen.producer.adapter.dataset;

import io.limen.producer.domain.pairing.PairedFile;
import java.util.List;
import java.util.Objects;

/** What of a volume is published. */
sealed interface VolumeStack {

    /** The volume and its masks. */
    PairedFile file();

    /** Number of cases. */
    int size();

    /**
     * Slices.
     *
     * @param file the volume and its masks
     * @param slices their numbers, from 0; none if the mask is empty
     * @param empty how many were left out because their mask has no foreground
     */
    record Slices(PairedFile file, List<Integer> slices, int empty) implements VolumeStack {

        public Slices {
            Objects.requireNonNull(file, "file");
            slices = List.copyOf(slices);
        }

        @Override
        public int size() {
            return slices.size();
        }
    }

    /**
     * A volume that can't be read, which is one case that fails.
     *
     * @param file the volume and its masks
     * @param reason one line
     */
    record Unusable(PairedFile file, String reason) implements VolumeStack {

        public Unusable {
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public int size() {
            return 1;
        }
    }
}
