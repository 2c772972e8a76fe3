package io.limen.explainer.domain.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Some blocks of a map, drawn so that the few with large effects are all there and the many with small ones are represented:
 * strata by the size of a first look, each twice as large as the one before, about as many blocks from each.
 *
 * @param strata at least one; together they hold every block of the map once
 */
public record StratifiedSample(List<Stratum> strata) {

    /** Beyond it, blocks differ too little to be told apart: with 8 from each, strata of 8, 16, 32, 64, 128 and the rest. */
    private static final int MOST_STRATA = 6;

    public StratifiedSample {
        strata = List.copyOf(strata);
    }

    /**
     * @param size blocks in it
     * @param sampled positions of those that were drawn, at least one
     */
    public record Stratum(int size, List<Integer> sampled) {

        public Stratum {
            sampled = List.copyOf(sampled);
            if (sampled.isEmpty() || sampled.size() > size) {
                throw new IllegalArgumentException("Stratum: " + sampled.size() + " of " + size);
            }
        }

        /** Blocks of the map that one of the sample stands for. */
        public double weight() {
            return (double) size / sampled.size();
        }
    }

    /**
     * Draws a sample.
     *
     * @param sizes of the first look, per block; at least one block
     * @param wanted blocks to sample, 1 or more; all are taken when there are no more than that
     * @param random decides within a stratum
     */
    public static StratifiedSample draw(double[] sizes, int wanted, Random random) {
        if (sizes.length == 0 || wanted < 1) {
            throw new IllegalArgumentException("StratifiedSample: " + wanted + " of " + sizes.length);
        }
        List<Integer> largestFirst = IntStream.range(0, sizes.length)
                .boxed()
                .sorted(Comparator.comparingDouble(block -> -sizes[block]))
                .toList();
        List<List<Integer>> parts = wanted >= sizes.length ? List.of(largestFirst) : doubling(largestFirst, wanted);
        List<Stratum> strata = new ArrayList<>();
        int left = wanted;
        for (int i = 0; i < parts.size(); i++) {
            List<Integer> part = new ArrayList<>(parts.get(i));
            int share = Math.min(part.size(), Math.max(1, left / (parts.size() - i)));
            Collections.shuffle(part, random);
            strata.add(new Stratum(part.size(), part.subList(0, share)));
            left -= share;
        }
        return new StratifiedSample(strata);
    }

    private static List<List<Integer>> doubling(List<Integer> blocks, int wanted) {
        List<List<Integer>> parts = new ArrayList<>();
        int most = Math.min(MOST_STRATA, wanted);
        int from = 0;
        int size = wanted / most;
        while (from < blocks.size()) {
            int to = parts.size() + 1 == most ? blocks.size() : Math.min(blocks.size(), from + size);
            parts.add(blocks.subList(from, to));
            from = to;
            size *= 2;
        }
        return parts;
    }

    /** Positions of the sampled blocks, stratum by stratum. */
    public List<Integer> sampled() {
        return strata.stream().flatMap(stratum -> stratum.sampled().stream()).toList();
    }

    /** Blocks of the map. */
    public int blocks() {
        return strata.stream().mapToInt(Stratum::size).sum();
    }
}
