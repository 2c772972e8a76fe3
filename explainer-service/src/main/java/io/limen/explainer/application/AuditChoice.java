package io.limen.explainer.application;

import io.limen.explainer.domain.attribution.ScreeningAudit;
import io.limen.explainer.domain.quadrature.BlockMean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which blocks are audited: of those that got no more than the first draws, and in which none of these reached tau, some at
 * random.
 *
 * @param seed of the explanation
 */
record AuditChoice(long seed) {

    /** Fresh draws of an audited block. */
    static final int DRAWS = 10;

    /** What an audit may cost, as a share of the explanation. */
    private static final double COST_SHARE = 0.05;

    private static final int LEAST_BLOCKS = 4;

    private static final int MOST_BLOCKS = 24;

    /**
     * @param screenedOut positions of the blocks that screening dropped
     * @param kept blocks that matter among the others
     * @param audited positions, part of those screened out
     */
    record Sample(List<Integer> screenedOut, int kept, Set<Integer> audited) {

        /** Draws per block, at most what is left. */
        int[] further(int[] left) {
            int[] further = new int[left.length];
            audited.forEach(block -> further[block] = left[block]);
            return further;
        }

        /**
         * @param sums of the fresh effects per block
         * @param counts fresh draws per block
         */
        ScreeningAudit result(double[] sums, int[] counts, double tau) {
            int found = (int) audited.stream()
                    .filter(block -> counts[block] > 0 && Math.abs(sums[block] / counts[block]) >= tau)
                    .count();
            return new ScreeningAudit(screenedOut.size(), kept, audited.size(), found);
        }
    }

    Sample choose(List<BlockMean> means, int firstDraws, double tau, long spent) {
        List<Integer> screenedOut = new ArrayList<>();
        int kept = 0;
        for (int i = 0; i < means.size(); i++) {
            BlockMean mean = means.get(i);
            if (screenedOut(mean, firstDraws, tau)) {
                screenedOut.add(i);
            } else if (Math.abs(mean.average().mean()) >= tau) {
                kept++;
            }
        }
        List<Integer> shuffled = new ArrayList<>(screenedOut);
        Collections.shuffle(shuffled, new Random(seed));
        int affordable = (int) Math.max(LEAST_BLOCKS, Math.min(MOST_BLOCKS, COST_SHARE * spent / DRAWS));
        return new Sample(screenedOut, kept, new TreeSet<>(shuffled.subList(0, Math.min(affordable, shuffled.size()))));
    }

    static boolean screenedOut(BlockMean mean, int firstDraws, double tau) {
        return mean.draws().size() <= firstDraws && mean.draws().largest() < tau;
    }
}
