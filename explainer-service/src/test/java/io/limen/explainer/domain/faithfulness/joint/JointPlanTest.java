package io.limen.explainer.domain.faithfulness.joint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.domain.faithfulness.joint.JointPlan.Pass;
import io.limen.explainer.domain.faithfulness.joint.JointPlan.Purpose;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.BlockGrid;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JointPlanTest {

    /** 100 blocks; the last of each row is two pixels narrower. */
    private static final BlockGrid GRID = new BlockGrid(80, 78, 8);

    private static final List<Block> BLOCKS =
            IntStream.range(0, GRID.size()).mapToObj(GRID::block).toList();

    private static double[] effects() {
        double[] effects = new Random(1).doubles(BLOCKS.size(), -1, 0.5).toArray();
        effects[9] = -30;
        effects[19] = -20;
        effects[0] = -10;
        return effects;
    }

    private static List<Pass> of(List<Pass> passes, Purpose purpose) {
        return passes.stream().filter(pass -> pass.purpose() == purpose).toList();
    }

    @Test
    void aRoundIsASetOfEachSizeTwiceAndThePairOfTheContrast() {
        JointPlan plan = new JointPlan(BLOCKS, effects(), 5);
        List<Pass> round = plan.rounds(1);
        assertEquals(plan.passesOfARound(), round.size());
        assertEquals(
                List.of(5, 5, 10, 10, 25, 25, 5, 5),
                round.stream().map(pass -> pass.blocks().size()).toList());
        for (int set = 0; set < 6; set += 2) {
            assertEquals(round.get(set), round.get(set + 1));
        }
        assertEquals(
                List.of(Purpose.STRONGEST, Purpose.OTHERS),
                round.subList(6, 8).stream().map(Pass::purpose).toList());
    }

    @Test
    void fewerRoundsAreTheBeginningOfMore() {
        assertEquals(
                new JointPlan(BLOCKS, effects(), 5).rounds(4),
                new JointPlan(BLOCKS, effects(), 5).rounds(8).subList(0, 32));
    }

    @Test
    void theSeedChoosesTheSets() {
        assertEquals(new JointPlan(BLOCKS, effects(), 5).rounds(4), new JointPlan(BLOCKS, effects(), 5).rounds(4));
        assertNotEquals(new JointPlan(BLOCKS, effects(), 5).rounds(4), new JointPlan(BLOCKS, effects(), 6).rounds(4));
    }

    /** Ten lead: four sets of one size hold 0 to 2, 2 to 5, 5 to 7 and 8 to 10 of them, as far as they have room. */
    @Test
    void setsHoldFewAndManyOfTheLeadingBlocks() {
        double[] effects = effects();
        List<Integer> leading = IntStream.range(0, effects.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -Math.abs(effects[i])))
                .limit(10)
                .toList();
        List<Pass> passes = of(new JointPlan(BLOCKS, effects, 5).rounds(4), Purpose.RANDOM_SET);
        for (int size : new int[] {10, 25}) {
            int[] held = IntStream.range(0, passes.size() / 2)
                    .mapToObj(set -> passes.get(2 * set).blocks())
                    .filter(set -> set.size() == size)
                    .mapToInt(
                            set -> (int) set.stream().filter(leading::contains).count())
                    .sorted()
                    .toArray();
            assertTrue(held[0] <= 2 && held[1] >= 2 && held[1] <= 5 && held[3] >= 8, Arrays.toString(held));
        }
    }

    /** 6,000 draws of 4, one in ten of them leading on average: each of the others is as likely, give or take four deviations. */
    @Test
    void everyOtherBlockIsAsLikelyAsAnyOther() {
        List<Integer> leading = List.of(3, 40, 77);
        RandomSets sets = new RandomSets(leading, 100, new Random(8));
        int[] seen = new int[100];
        for (int i = 0; i < 6000; i++) {
            List<Integer> set = sets.next(4);
            assertEquals(4, new HashSet<>(set).size());
            set.forEach(block -> seen[block]++);
        }
        int[] others = IntStream.range(0, 100)
                .filter(i -> !leading.contains(i))
                .map(i -> seen[i])
                .toArray();
        double expected = Arrays.stream(others).average().orElseThrow();
        assertTrue(
                Arrays.stream(others).allMatch(count -> Math.abs(count - expected) <= 4 * Math.sqrt(expected)),
                Arrays.toString(others));
        assertEquals(6000 * 1.5, leading.stream().mapToInt(block -> seen[block]).sum(), 200);
    }

    @Test
    void theStrongestAreTheMostNegative() {
        List<Integer> strongest = of(new JointPlan(BLOCKS, effects(), 5).rounds(1), Purpose.STRONGEST)
                .get(0)
                .blocks();
        assertEquals(List.of(9, 19, 0), strongest.subList(0, 3));
    }

    @Test
    void theOthersAreAsLargeAndNoneOfTheStrongest() {
        List<Pass> passes = new JointPlan(BLOCKS, effects(), 5).rounds(6);
        List<Integer> strongest = of(passes, Purpose.STRONGEST).get(0).blocks();
        Set<List<Integer>> chosen = new HashSet<>();
        for (Pass others : of(passes, Purpose.OTHERS)) {
            assertEquals(area(strongest), area(others.blocks()));
            assertTrue(Collections.disjoint(strongest, others.blocks()));
            chosen.add(others.blocks());
        }
        assertEquals(6, chosen.size());
    }

    @Test
    void withoutASupportingBlockThereIsNoContrast() {
        JointPlan plan = new JointPlan(BLOCKS, new double[BLOCKS.size()], 5);
        assertEquals(6, plan.passesOfARound());
        assertEquals(24, of(plan.rounds(4), Purpose.RANDOM_SET).size());
        assertEquals(24, plan.rounds(4).size());
    }

    @Test
    void fewBlocksMakeNoPlan() {
        List<Block> nine = BLOCKS.subList(0, 9);
        assertThrows(IllegalArgumentException.class, () -> new JointPlan(nine, new double[9], 5));
    }

    private static int area(List<Integer> positions) {
        return positions.stream()
                .mapToInt(position -> BLOCKS.get(position).window().area())
                .sum();
    }
}
