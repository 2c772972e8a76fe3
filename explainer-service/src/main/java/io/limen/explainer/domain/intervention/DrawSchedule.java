package io.limen.explainer.domain.intervention;

/** How draws are spent over the blocks. */
public sealed interface DrawSchedule {

    /** The schedule's name in records and on the command line. */
    String label();

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
}
