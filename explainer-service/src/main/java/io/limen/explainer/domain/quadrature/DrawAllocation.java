package io.limen.explainer.domain.quadrature;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Where the next draws go: to the block whose variance falls most by one more draw, again and again, which ends in draws
 * proportional to the spread (Neyman 1934). A block's variance is taken to fall like 1/draws.
 */
public final class DrawAllocation {

    private DrawAllocation() {}

    /**
     * @param variances of the blocks' means, percentage points squared
     * @param draws made per block, 1 or more where there is a draw left
     * @param left donors not yet drawn per block
     * @param count draws to place
     * @param target sum of variances that is enough
     * @return further draws per block, at most count in all. Cost O((blocks + count) log blocks)
     */
    public static int[] next(double[] variances, int[] draws, int[] left, int count, double target) {
        int[] further = new int[variances.length];
        double total = 0;
        PriorityQueue<Candidate> queue = new PriorityQueue<>(
                Comparator.comparingDouble(Candidate::gain).reversed().thenComparing(Candidate::block));
        for (int i = 0; i < variances.length; i++) {
            total += variances[i];
            if (left[i] > 0 && variances[i] > 0) {
                queue.add(new Candidate(i, variances[i], draws[i]));
            }
        }
        for (int placed = 0; placed < count && total > target && !queue.isEmpty(); placed++) {
            Candidate best = queue.poll();
            further[best.block]++;
            total -= best.gain();
            if (further[best.block] < left[best.block]) {
                queue.add(new Candidate(best.block, best.variance - best.gain(), best.draws + 1));
            }
        }
        return further;
    }

    private record Candidate(int block, double variance, int draws) {

        double gain() {
            return variance / (draws + 1);
        }
    }
}
