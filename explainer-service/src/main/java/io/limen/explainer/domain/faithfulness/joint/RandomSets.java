package io.limen.explainer.domain.faithfulness.joint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Random sets of blocks in which the number of leading ones, those that the map says most of, is spread evenly from none to as many as
 * there are: a quarter of the range comes in turn with each set of a size. Which of the leading, and which of the others fill the set, is
 * chance alone, so that a block that the map misses comes into its turn.
 */
final class RandomSets {

    /** As many as the fewest sets of one size, so that they cover the range. */
    private static final int STRATA = JointPlan.LEAST_ROUNDS;

    private final List<Integer> leading;
    private final List<Integer> others;
    private final Random random;
    private final Map<Integer, Integer> drawn = new HashMap<>();

    /** @param leading positions among the blocks */
    RandomSets(List<Integer> leading, int blocks, Random random) {
        this.leading = new ArrayList<>(leading);
        this.others = new ArrayList<>(IntStream.range(0, blocks)
                .filter(i -> !leading.contains(i))
                .boxed()
                .toList());
        this.random = random;
    }

    /** The next set of a size, in ascending order. */
    List<Integer> next(int size) {
        int stratum = drawn.merge(size, 1, Integer::sum) % STRATA;
        int least = Math.max(0, size - others.size());
        int range = Math.min(size, leading.size()) - least + 1;
        int ofLeading = least + (int) ((stratum + random.nextDouble()) / STRATA * range);
        Collections.shuffle(leading, random);
        Collections.shuffle(others, random);
        List<Integer> set = new ArrayList<>(leading.subList(0, ofLeading));
        set.addAll(others.subList(0, size - ofLeading));
        Collections.sort(set);
        return List.copyOf(set);
    }
}
