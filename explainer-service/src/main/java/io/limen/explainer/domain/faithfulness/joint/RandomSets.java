package io.limen.explainer.domain.faithfulness.joint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Random sets of blocks. Sets of one size share no block as long as there are enough: a few that matter come into their turn. */
final class RandomSets {

    private final int blocks;
    private final Random random;
    private final Map<Integer, List<Integer>> left = new HashMap<>();

    RandomSets(int blocks, Random random) {
        this.blocks = blocks;
        this.random = random;
    }

    /** The next set of a size, in ascending order; every set of the size is as likely as any other. */
    List<Integer> next(int size) {
        List<Integer> shuffled = left.computeIfAbsent(size, any -> new ArrayList<>());
        if (shuffled.size() < size) {
            shuffled.clear();
            shuffled.addAll(IntStream.range(0, blocks).boxed().toList());
            Collections.shuffle(shuffled, random);
        }
        List<Integer> taken = shuffled.subList(shuffled.size() - size, shuffled.size());
        List<Integer> set = taken.stream().sorted().toList();
        taken.clear();
        return set;
    }
}
