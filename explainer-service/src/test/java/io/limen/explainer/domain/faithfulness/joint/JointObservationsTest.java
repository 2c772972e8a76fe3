package io.limen.explainer.domain.faithfulness.joint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.domain.faithfulness.joint.Agreement.Measured;
import io.limen.explainer.domain.faithfulness.joint.Agreement.Reason;
import io.limen.explainer.domain.faithfulness.joint.Agreement.Undefined;
import io.limen.explainer.domain.faithfulness.joint.JointPlan.Pass;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.BlockGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JointObservationsTest {

    private static final BlockGrid GRID = new BlockGrid(80, 80, 8);

    private static final List<Block> BLOCKS =
            IntStream.range(0, GRID.size()).mapToObj(GRID::block).toList();

    private static double[] weights() {
        return new Random(1).doubles(BLOCKS.size(), -1, 0).toArray();
    }

    private static MapFaithfulness found(double[] effects, ToDoubleFunction<Pass> change) {
        JointPlan plan = new JointPlan(BLOCKS, effects, 5);
        List<Pass> passes = plan.rounds(8);
        double[] changes = passes.stream().mapToDouble(change).toArray();
        return new JointObservations(plan, passes, changes, 100, false).faithfulness();
    }

    private static double sum(Pass pass, double[] weights) {
        return pass.blocks().stream().mapToDouble(block -> weights[block]).sum();
    }

    @Test
    void whatAddsUpAgreesWholly() {
        MapFaithfulness found = found(weights(), pass -> sum(pass, weights()));
        Measured agreement = (Measured) found.agreement();
        assertEquals(1, agreement.correlation(), 1e-12);
        assertEquals(1, agreement.ceiling(), 1e-12);
        assertEquals(64, found.forwards());
        assertEquals(24, found.sets());
        Contrast contrast = found.contrast().orElseThrow();
        assertEquals(5, contrast.blocks());
        assertEquals(8, contrast.draws());
        assertEquals(contrast.foretold(), contrast.strongest().points(), 1e-9);
        assertTrue(contrast.difference().interval().orElseThrow().high() < -1, contrast.toString());
    }

    @Test
    void theContraryDisagrees() {
        MapFaithfulness found = found(weights(), pass -> -pass.blocks().size() - sum(pass, weights()));
        assertEquals(-1, ((Measured) found.agreement()).correlation(), 1e-12);
        assertTrue(found.contrast().orElseThrow().difference().points() > 0);
    }

    @Test
    void aRegionThatNeverChangesIsNothingToBeFaithfulTo() {
        MapFaithfulness found = found(weights(), pass -> 0);
        assertEquals(new Undefined(Reason.NOTHING_CHANGED), found.agreement());
        assertEquals(
                new MeanChange(0, Optional.empty()),
                found.contrast().orElseThrow().strongest());
        assertEquals(Optional.empty(), found(new double[100], pass -> 0).contrast());
    }

    @Test
    void twoSetsThatChangedItAreTooFew() {
        double[] effects = weights();
        JointPlan plan = new JointPlan(BLOCKS, effects, 5);
        List<Pass> passes = plan.rounds(8);
        double[] changes = new double[64];
        changes[4] = -1;
        changes[12] = -2;
        assertEquals(
                new Undefined(Reason.TOO_FEW_CHANGES),
                new JointObservations(plan, passes, changes, 100, false)
                        .faithfulness()
                        .agreement());
    }

    @Test
    void allOfASizeAlikeIsNoAgreement() {
        assertEquals(
                new Undefined(Reason.ALL_ALIKE),
                found(weights(), pass -> -0.1 * pass.blocks().size()).agreement());
    }

    @Test
    void anEmptyMapOfARegionThatChangesForetellsNothing() {
        MapFaithfulness found = found(new double[100], pass -> sum(pass, weights()));
        assertEquals(new Undefined(Reason.NOTHING_FORETOLD), found.agreement());
        assertEquals(48, found.forwards());
    }

    /** One block has an effect; a plan in which one of the sets alone holds it tells the others not apart. */
    @Test
    void aMapThatTellsOneSetApartForetellsNothing() {
        double[] effects = new double[100];
        effects[7] = -5;
        JointPlan plan = new JointPlan(BLOCKS, effects, 5);
        List<Pass> passes = plan.rounds(8).stream()
                .filter(pass -> pass.purpose() == JointPlan.Purpose.RANDOM_SET)
                .toList();
        List<Pass> without =
                passes.stream().filter(pass -> !pass.blocks().contains(7)).toList();
        List<Pass> one = new ArrayList<>(without.subList(0, 14));
        passes.stream().filter(pass -> pass.blocks().contains(7)).limit(2).forEach(one::add);
        double[] changes =
                one.stream().mapToDouble(pass -> sum(pass, weights())).toArray();
        assertEquals(
                new Undefined(Reason.NOTHING_FORETOLD),
                new JointObservations(plan, one, changes, 100, false)
                        .faithfulness()
                        .agreement());
    }

    /** Effects that add up to more than there is: what is foretold ends where Dice does. */
    @Test
    void nothingImpossibleIsForetold() {
        double[] strong = Arrays.stream(weights()).map(weight -> 60 * weight).toArray();
        assertEquals(-100, found(strong, pass -> -50).contrast().orElseThrow().foretold());
    }
}
