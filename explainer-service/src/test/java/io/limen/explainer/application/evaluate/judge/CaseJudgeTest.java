package io.limen.explainer.application.evaluate.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.Reachability;
import io.limen.explainer.application.evaluate.method.MethodCase;
import io.limen.explainer.application.evaluate.method.WeightedBlocks;
import io.limen.explainer.domain.faithfulness.Metric;
import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.intervention.DonorHalf;
import io.limen.explainer.domain.intervention.PatchBank;
import io.limen.explainer.domain.saliency.BlockRelevance;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaseJudgeTest {

    private static final Map<Integer, Double> WEIGHTS = Map.of(3, 4.0, 24, 2.0, 11, 1.0);
    private static final WeightedBlocks MODEL = new WeightedBlocks(WEIGHTS);

    private static Map<Metric, Double> judged(double sign, Optional<Mask> cause) throws Exception {
        MethodCase subject = WeightedBlocks.subject(MODEL);
        double[] values = new double[subject.blocks().size()];
        WEIGHTS.forEach((index, weight) -> values[WeightedBlocks.position(subject, index)] = sign * weight);
        PatchBank bank = MODEL.bank(WeightedBlocks.BLOCK, "", DonorHalf.EVEN);
        try (CaseJudge judge = new CaseJudge(subject, bank, Reachability.EVERYTHING, cause, 4)) {
            return judge.judge(new BlockRelevance(values));
        }
    }

    @Test
    void theTrueMapBeatsRandomOrderAndItsContraryLoses() throws Exception {
        Map<Metric, Double> right = judged(1, Optional.empty());
        Map<Metric, Double> wrong = judged(-1, Optional.empty());
        for (Metric metric : new Metric[] {Metric.DELETION, Metric.INSERTION}) {
            assertTrue(right.get(metric) > 5, () -> metric + " " + right.get(metric));
            assertTrue(wrong.get(metric) < -5, () -> metric + " " + wrong.get(metric));
        }
        assertTrue(right.get(Metric.LEADING_DELETION) > 5);
        assertTrue(right.get(Metric.LEADING_INSERTION) > 5);
        assertTrue(wrong.get(Metric.LEADING_DELETION) <= 0);
        assertTrue(wrong.get(Metric.LEADING_INSERTION) <= 0);
        assertTrue(right.get(Metric.SUFFICIENCY) < 0.2);
        assertTrue(wrong.get(Metric.SUFFICIENCY) > 0.8);
    }

    /** Dice is no straight line of the logit: near, not exact. */
    @Test
    void theTrueMapForetellsWhatSetsCost() throws Exception {
        assertTrue(judged(1, Optional.empty()).get(Metric.INFIDELITY) < 0.3);
        assertEquals(1, judged(-1, Optional.empty()).get(Metric.INFIDELITY), 1e-12);
    }

    @Test
    void theCheckOfAStreamVouchesForTheTrueMapAlone() throws Exception {
        assertEquals(1, judged(1, Optional.empty()).get(Metric.VOUCHED_FOR));
        assertEquals(0, judged(-1, Optional.empty()).get(Metric.VOUCHED_FOR));
    }

    @Test
    void nothingOutsideTheRegionChangesSoNothingLeaks() throws Exception {
        assertEquals(0, judged(1, Optional.empty()).get(Metric.LEAKAGE));
    }

    /** All that is known of the picture is that it is bright: filled in, it is the same picture again, but for the noise. */
    @Test
    void whatIsFilledInFromAnEvenPictureTellsNothing() throws Exception {
        assertEquals(0, judged(1, Optional.empty()).get(Metric.SMOOTH_DELETION), 1);
    }

    @Test
    void aPlantedCauseIsLookedForWhereThereIsOne() throws Exception {
        boolean[] pixels = new boolean[WeightedBlocks.SIZE * WeightedBlocks.SIZE];
        for (int y = 0; y < 8; y++) {
            Arrays.fill(pixels, y * WeightedBlocks.SIZE + 24, y * WeightedBlocks.SIZE + 32, true);
        }
        Mask cause = new Mask(WeightedBlocks.SIZE, WeightedBlocks.SIZE, pixels);
        Map<Metric, Double> found = judged(1, Optional.of(cause));
        assertEquals(4 / 7.0, found.get(Metric.CAUSE_SHARE), 1e-12);
        assertEquals(1, found.get(Metric.CAUSE_HIT));
        assertFalse(judged(1, Optional.empty()).containsKey(Metric.CAUSE_SHARE));
    }
}
