package io.limen.explainer.application.evaluate.method;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.ExplainCase;
import io.limen.explainer.application.ModelRejectedException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MethodsTest {

    /** Two blocks support the region, one more than the other; one hinders it. None touches the region. */
    private static final int MOST = 3;

    private static final int LESS = 24;
    private static final int HINDERING = 35;

    private static final WeightedBlocks MODEL = new WeightedBlocks(Map.of(MOST, 4.0, LESS, 2.0, HINDERING, -3.0));

    private static final long BUDGET = 4000;

    static List<AttributionMethod> signed() {
        ExplainCase explain = new ExplainCase(() -> 0);
        return MethodCatalogue.all(explain).stream()
                .filter(method -> List.of("adaptive", "published", "first-order", "occlusion")
                        .contains(method.name()))
                .toList();
    }

    static List<AttributionMethod> all() {
        return MethodCatalogue.all(new ExplainCase(() -> 0)).stream()
                .filter(method -> !method.name().equals("seg-grad-cam"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("signed")
    void signedMethodsFindWhatSupportsAndWhatHindersAndNothingElse(AttributionMethod method) throws Exception {
        MethodCase subject = WeightedBlocks.subject(MODEL);
        double[] found = method.attribute(subject, 5, BUDGET).relevance().values();
        int most = WeightedBlocks.position(subject, MOST);
        int less = WeightedBlocks.position(subject, LESS);
        int hindering = WeightedBlocks.position(subject, HINDERING);
        assertTrue(found[most] > found[less], method.name());
        assertTrue(found[less] > 0, method.name());
        assertTrue(found[hindering] < 0, method.name());
        for (int i = 0; i < found.length; i++) {
            if (i != most && i != less && i != hindering) {
                assertEquals(0, found[i], 1e-9, method.name());
            }
        }
    }

    /** (mean donor - block) x weight of each: 4 : 2 : -3. */
    @Test
    void oneGradientForetellsEffectsInProportionToTheWeights() throws Exception {
        MethodCase subject = WeightedBlocks.subject(MODEL);
        double[] found = new FirstOrderEffects()
                .attribute(subject, 0, BUDGET)
                .relevance()
                .values();
        double most = found[WeightedBlocks.position(subject, MOST)];
        assertEquals(most / 2, found[WeightedBlocks.position(subject, LESS)], Math.abs(most) * 1e-4);
        assertEquals(-most * 3 / 4, found[WeightedBlocks.position(subject, HINDERING)], Math.abs(most) * 1e-4);
    }

    /** Noise on 64 pixels hardly moves their mean, so the mean gradient is nearly the gradient: 4 : 2 : 3 in size. */
    @Test
    void smoothGradSeesSizesAndNoSigns() throws Exception {
        MethodCase subject = WeightedBlocks.subject(MODEL);
        double[] found =
                SmoothGrad.PUBLISHED.attribute(subject, 0, BUDGET).relevance().values();
        double most = found[WeightedBlocks.position(subject, MOST)];
        assertTrue(most > 0);
        assertEquals(most / 2, found[WeightedBlocks.position(subject, LESS)], most * 1e-3);
        assertEquals(most * 3 / 4, found[WeightedBlocks.position(subject, HINDERING)], most * 1e-3);
    }

    /** What hinders is better hidden: it is worth less than any other block. */
    @Test
    void riseRanksTheSupportingBlockFirstAndTheHinderingOneLast() throws Exception {
        MethodCase subject = WeightedBlocks.subject(MODEL);
        double[] found =
                new Rise(4000).attribute(subject, 1, BUDGET).relevance().values();
        int most = WeightedBlocks.position(subject, MOST);
        int hindering = WeightedBlocks.position(subject, HINDERING);
        for (int i = 0; i < found.length; i++) {
            assertTrue(i == most || found[i] < found[most], "block " + i);
            assertTrue(i == hindering || found[i] > found[hindering], "block " + i);
        }
    }

    @Test
    void theSmallestMaskKeepsWhatSupportsTheRegionAndDropsTheRest() throws Exception {
        MethodCase subject = WeightedBlocks.subject(new WeightedBlocks(Map.of(MOST, 8.0)));
        double[] found = Misure.USUAL.attribute(subject, 0, BUDGET).relevance().values();
        int most = WeightedBlocks.position(subject, MOST);
        for (int i = 0; i < found.length; i++) {
            assertTrue(i == most || found[i] < found[most], "block " + i);
        }
        int far = WeightedBlocks.position(subject, 30);
        assertTrue(found[far] < 0.1, () -> "far away " + found[far]);
        assertTrue(found[most] > 0.3, () -> "needed " + found[most]);
    }

    @ParameterizedTest
    @MethodSource("all")
    void theSameSeedGivesTheSameMap(AttributionMethod method) throws Exception {
        MethodCase subject = WeightedBlocks.subject(MODEL);
        assertArrayEquals(
                method.attribute(subject, 3, 300).relevance().values(),
                method.attribute(subject, 3, 300).relevance().values());
    }

    @ParameterizedTest
    @MethodSource("all")
    void noMethodSpendsMoreThanItMay(AttributionMethod method) throws Exception {
        Attributed found = method.attribute(WeightedBlocks.subject(MODEL), 3, 200);
        assertTrue(found.forwards() <= 200, () -> method.name() + " spent " + found.forwards());
        assertEquals(32, found.relevance().size());
    }

    @Test
    void gradientsThatAreNotThereAreToldOf() throws Exception {
        MethodCase subject = WeightedBlocks.subject(new WeightedBlocks(Map.of(MOST, 4.0), false));
        for (AttributionMethod method : List.of(new FirstOrderEffects(), SmoothGrad.PUBLISHED, Misure.USUAL)) {
            ModelRejectedException refusal =
                    assertThrows(ModelRejectedException.class, () -> method.attribute(subject, 0, BUDGET));
            assertEquals("the model can't be differentiated", refusal.getMessage());
        }
    }

    @Test
    void aModelThatShowsNoLayersHasNoSegGradCam() {
        ModelRejectedException refusal = assertThrows(
                ModelRejectedException.class,
                () -> new SegGradCam().attribute(WeightedBlocks.subject(MODEL), 0, BUDGET));
        assertEquals("this model does not show its components", refusal.getMessage());
    }

    @Test
    void aRandomMapDependsOnItsSeedAlone() throws Exception {
        MethodCase subject = WeightedBlocks.subject(MODEL);
        RandomRanking random = new RandomRanking();
        assertTrue(Arrays.stream(random.attribute(subject, 1, 0).relevance().values())
                        .distinct()
                        .count()
                > 1);
        assertTrue(random.attribute(subject, 1, 0).relevance().values()[0]
                != random.attribute(subject, 2, 0).relevance().values()[0]);
    }
}
