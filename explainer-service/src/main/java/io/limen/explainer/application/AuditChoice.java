package io.limen.explainer.application;

import io.limen.explainer.domain.attribution.ScreeningAudit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * Which of the blocks that screening dropped are audited: some at random. An audited block gets further draws; it matters
 * after all when its mean then reaches tau.
 *
 * @param seed of the explanation
 */
record AuditChoice(long seed) {

    /** What an audit may cost, as a share of the explanation. */
    private static final double COST_SHARE = 0.05;

    private static final int LEAST_BLOCKS = 4;

    private static final int MOST_BLOCKS = 24;

    /**
     * @param screenedOut blocks that screening dropped
     * @param kept blocks that matter among the others
     * @param audited positions, ascending, part of those screened out
     */
    record Sample(int screenedOut, int kept, SortedSet<Integer> audited) {

        /** Draws per block, at most what is left. */
        int[] further(int[] left) {
            int[] further = new int[left.length];
            audited.forEach(block -> further[block] = left[block]);
            return further;
        }

        /** @param matters whether an audited block, by its position, matters after all */
        ScreeningAudit result(IntPredicate matters) {
            int found = (int) audited.stream().filter(matters::test).count();
            return new ScreeningAudit(screenedOut, kept, audited.size(), found);
        }
    }

    /**
     * @param screenedOut positions of the blocks that screening dropped
     * @param kept blocks that matter among the others
     * @param spent draws of the explanation so far
     */
    Sample choose(List<Integer> screenedOut, int kept, long spent) {
        List<Integer> shuffled = new ArrayList<>(screenedOut);
        Collections.shuffle(shuffled, new Random(seed));
        int affordable = (int) Math.max(LEAST_BLOCKS, Math.min(MOST_BLOCKS, COST_SHARE * spent / ScreeningAudit.DRAWS));
        return new Sample(
                screenedOut.size(), kept, new TreeSet<>(shuffled.subList(0, Math.min(affordable, shuffled.size()))));
    }
}
