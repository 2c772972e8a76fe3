package io.limen.explainer.domain.quadrature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.limen.explainer.domain.effect.Effect;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.BlockGrid;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MovedNeighbourhoodsTest {

    /** Four rows of five blocks. */
    private static final BlockGrid GRID = new BlockGrid(32, 40, 8);

    @Test
    void theBlockThatMovedAndThoseBesideItGetAnotherDraw() {
        assertArrayEquals(
                new int[] {
                    0, 0, 0, 1, 1,
                    0, 0, 0, 1, 1,
                    0, 0, 0, 1, 1,
                    0, 0, 0, 0, 0
                },
                further(all(), 9));
    }

    @Test
    void aCornerHasThreeNeighbours() {
        assertArrayEquals(
                new int[] {
                    0, 0, 0, 0, 0,
                    0, 0, 0, 0, 0,
                    1, 1, 0, 0, 0,
                    1, 1, 0, 0, 0
                },
                further(all(), 15));
    }

    @Test
    void blocksThatAreNotTreatedDoNotCount() {
        List<Block> treated =
                all().stream().filter(block -> block.index() % 5 != 3).toList();

        // the last column's three, in the order of the sixteen that are left
        assertArrayEquals(new int[] {0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0}, further(treated, 9));
    }

    @Test
    void whereNothingMovedEveryBlockGetsAnotherDraw() {
        int[] ones = new int[20];
        Arrays.fill(ones, 1);

        assertArrayEquals(ones, further(all(), -1));
    }

    private static int[] further(List<Block> blocks, int moved) {
        List<BlockDraws> draws = blocks.stream()
                .map(block -> {
                    BlockDraws one = new BlockDraws();
                    one.add(0, new Effect(block.index() == moved ? -0.1 : 0, 0));
                    return one;
                })
                .toList();
        int[] left = new int[blocks.size()];
        Arrays.fill(left, 1);
        return new MovedNeighbourhoods(GRID, blocks).further(draws, left);
    }

    private static List<Block> all() {
        return IntStream.range(0, 20).mapToObj(GRID::block).toList();
    }
}
