package io.limen.explainer.domain.faithfulness;

import io.limen.explainer.domain.saliency.BlockRelevance;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

/** The treated blocks from the most to the least relevant; equal ones in random order. */
public final class BlockOrder {

    private final int[] order;

    private BlockOrder(int[] order) {
        this.order = order;
    }

    /** Cost O(n log n). @param seed of the order of equal blocks */
    public static BlockOrder of(BlockRelevance relevance, long seed) {
        double[] values = relevance.values();
        double[] ties = new Random(seed).doubles(values.length).toArray();
        Comparator<Integer> byValue = Comparator.comparingDouble(i -> -values[i]);
        return new BlockOrder(IntStream.range(0, values.length)
                .boxed()
                .sorted(byValue.thenComparingDouble(i -> ties[i]))
                .mapToInt(Integer::intValue)
                .toArray());
    }

    /** How many blocks there are. */
    public int size() {
        return order.length;
    }

    /** Positions of the {@code count} most relevant blocks. */
    public int[] first(int count) {
        return Arrays.copyOfRange(order, 0, count);
    }

    /** Positions of all others. */
    public int[] afterFirst(int count) {
        return Arrays.copyOfRange(order, count, order.length);
    }
}
