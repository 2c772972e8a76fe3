package io.limen.producer.domain.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArtefactTest {

    private static final int PICTURES = 4000;

    /** Four standard deviations of a share of one half over {@link #PICTURES}; the seeds are fixed, so it never flickers. */
    private static final double TOLERANCE = 4 * 0.5 / Math.sqrt(PICTURES);

    @Test
    void steadyMixShowsEachArtefactAsOftenAsItSays() {
        assertShares(PhantomMix.steady());
    }

    @Test
    void driftedMixShowsEachArtefactAsOftenAsItSays() {
        assertShares(PhantomMix.drifted());
    }

    @Test
    void driftBringsChartsAndRulersIntoMostPictures() {
        Map<Artefact, Double> before = shares(PhantomMix.steady());
        Map<Artefact, Double> after = shares(PhantomMix.drifted());
        for (Artefact artefact : new Artefact[] {Artefact.COLOUR_CHART, Artefact.RULER}) {
            assertTrue(before.get(artefact) < 0.2, artefact + " before: " + before);
            assertTrue(after.get(artefact) > 0.5, artefact + " after: " + after);
        }
    }

    @ParameterizedTest
    @EnumSource(Artefact.class)
    void everyArtefactIsVisible(Artefact artefact) {
        Range tone = new Range(0.1, 0.1);
        Range warmth = new Range(0, 0);
        PhantomGenerator without = new PhantomGenerator(new PhantomMix(0, 0, 0, 0, 0, 0, tone, warmth));
        PhantomGenerator with = new PhantomGenerator(only(artefact, tone, warmth));
        int visible = 0;
        for (long seed = 0; seed < 20; seed++) {
            int[] plain = without.generate(64, seed).rgb();
            int[] marked = with.generate(64, seed).rgb();
            visible += changed(plain, marked) > 10 ? 1 : 0;
        }
        // A few hairs or bubbles may fall outside the picture.
        assertTrue(visible >= 17, artefact + " changes the picture for " + visible + " of 20 seeds");
    }

    private static PhantomMix only(Artefact artefact, Range tone, Range warmth) {
        return new PhantomMix(
                artefact == Artefact.HAIR ? 1 : 0,
                artefact == Artefact.VIGNETTE ? 1 : 0,
                artefact == Artefact.GEL_BUBBLES ? 1 : 0,
                artefact == Artefact.RULER ? 1 : 0,
                artefact == Artefact.COLOUR_CHART ? 1 : 0,
                artefact == Artefact.CORNER_STICKER ? 1 : 0,
                tone,
                warmth);
    }

    /** Pixels whose green changes by more than the sensor's noise could. */
    private static int changed(int[] first, int[] second) {
        int count = 0;
        for (int i = 0; i < first.length; i++) {
            count += Math.abs((first[i] >> 8 & 255) - (second[i] >> 8 & 255)) > 6 ? 1 : 0;
        }
        return count;
    }

    private static void assertShares(PhantomMix mix) {
        Map<Artefact, Double> shares = shares(mix);
        assertEquals(mix.hair(), shares.get(Artefact.HAIR), TOLERANCE);
        assertEquals(mix.vignette(), shares.get(Artefact.VIGNETTE), TOLERANCE);
        assertEquals(mix.gelBubbles(), shares.get(Artefact.GEL_BUBBLES), TOLERANCE);
        assertEquals(mix.ruler(), shares.get(Artefact.RULER), TOLERANCE);
        assertEquals(mix.colourChart(), shares.get(Artefact.COLOUR_CHART), TOLERANCE);
        assertEquals(mix.cornerSticker(), shares.get(Artefact.CORNER_STICKER), TOLERANCE);
    }

    private static Map<Artefact, Double> shares(PhantomMix mix) {
        Map<Artefact, Double> shares = new EnumMap<>(Artefact.class);
        for (Artefact artefact : Artefact.values()) {
            shares.put(artefact, 0.0);
        }
        for (long seed = 0; seed < PICTURES; seed++) {
            for (Artefact artefact : Artefact.draw(mix, new SplittableRandom(seed))) {
                shares.merge(artefact, 1.0 / PICTURES, Double::sum);
            }
        }
        return shares;
    }
}
