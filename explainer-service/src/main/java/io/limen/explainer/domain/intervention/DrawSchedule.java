package io.limen.explainer.domain.intervention;

import java.util.OptionalDouble;

/** How draws are spent over the blocks. */
public sealed interface DrawSchedule {

    /** The schedule's name in records and on the command line. */
    String label();

    /** Means of a smaller size count as zero: for the published schedule in the map, for both in the audit of screening. */
    double tau();

    /** Root-mean-square standard error at which the draws end, percentage points; empty when none was set. */
    default OptionalDouble targetStandardError() {
        return OptionalDouble.empty();
    }

    /**
     * The schedule of the published method (arXiv 2602.20511): a few screening draws for every block, a fixed number of
     * fresh draws for those that moved.
     *
     * @param screeningDraws draws per block in screening, 1 or more; published: 3
     * @param draws fresh draws per relevant block, 2 or more (a standard error needs two); published: 50
     * @param tau effects of a smaller size are zero, percentage points, 0 or more; published: 0.02
     */
    record Published(int screeningDraws, int draws, double tau) implements DrawSchedule {

        public Published {
            if (screeningDraws < 1 || draws < 2 || !(tau >= 0 && tau <= 100)) {
                throw new IllegalArgumentException("Published: " + screeningDraws + ", " + draws + ", " + tau);
            }
        }

        /** The schedule with the published constants. */
        public static Published asPublished() {
            return new Published(3, 50, 0.02);
        }

        @Override
        public String label() {
            return "published";
        }
    }

    /**
     * Draws go where they gain most, until the map is precise enough: one draw for every block that can reach the region, a
     * second where something moved, then rounds of draws in proportion to the spread that is left after what donors' traits
     * and gradients predict, and without a target more for every block that seems to matter.
     *
     * @param targetStandardError root-mean-square standard error at which to stop, percentage points, above 0, over all
     *     treated blocks, those included that can't reach the region and whose error is 0; empty: what the published 50
     *     draws for every block would have reached, on the map and for each block that seems to matter
     * @param tau means of a smaller size don't matter, percentage points, 0 or more
     */
    record Adaptive(OptionalDouble targetStandardError, double tau) implements DrawSchedule {

        public Adaptive {
            if (targetStandardError.isPresent() && !(targetStandardError.getAsDouble() > 0)
                    || !(tau >= 0 && tau <= 100)) {
                throw new IllegalArgumentException("Adaptive: " + targetStandardError + ", " + tau);
            }
        }

        /** As precise as the published schedule. */
        public static Adaptive asPreciseAsPublished() {
            return new Adaptive(OptionalDouble.empty(), Published.asPublished().tau());
        }

        @Override
        public String label() {
            return "adaptive";
        }
    }
}
