package io.limen.explainer.domain.faithfulness.joint;

import io.limen.explainer.domain.image.Block;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Blocks at random, as many and as large as some that are not among them. */
final class SameArea {

    private final List<Integer> areas;
    private final List<Integer> wanted;
    private final List<Integer> others;
    private final Random random;

    /** @param strongest positions of those that are left out */
    SameArea(List<Block> blocks, List<Integer> strongest, Random random) {
        this.areas = blocks.stream().map(block -> block.window().area()).toList();
        this.wanted = strongest;
        this.others = new ArrayList<>(IntStream.range(0, blocks.size())
                .filter(i -> !strongest.contains(i))
                .boxed()
                .toList());
        this.random = random;
    }

    /** For each of the strongest another one of its area; where none is left, of any. */
    List<Integer> next() {
        Collections.shuffle(others, random);
        List<Integer> left = new ArrayList<>(others);
        List<Integer> chosen = new ArrayList<>();
        for (int block : wanted) {
            int at = IntStream.range(0, left.size())
                    .filter(i -> areas.get(left.get(i)).equals(areas.get(block)))
                    .findFirst()
                    .orElse(0);
            chosen.add(left.remove(at));
        }
        return chosen.stream().sorted().toList();
    }
}
