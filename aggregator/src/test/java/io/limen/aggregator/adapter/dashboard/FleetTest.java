package io.limen.aggregator.adapter.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.aggregator.rehearsal.SampleAttributions;
import io.limen.schemas.Attribution;
import io.limen.schemas.ReferenceMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FleetTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final SampleAttributions UNET = new SampleAttributions("unet", "1", "clinic", 0.5);

    private final Random random = new Random(3);
    private final Fleet fleet = new Fleet(3);

    @Test
    void onlyTheNewestExplanationsAreHeldNewestFirst() {
        List<Attribution> attributions = new ArrayList<>();
        for (int minute : new int[] {2, 0, 4, 1, 3}) {
            attributions.add(UNET.next(random, ReferenceMode.GROUND_TRUTH, NOW.plusSeconds(60L * minute)));
        }
        attributions.forEach(fleet::take);
        fleet.publish();

        assertEquals(
                List.of(NOW.plusSeconds(240), NOW.plusSeconds(180), NOW.plusSeconds(120)),
                newest().stream().map(ExplanationView::explainedAt).toList());
        assertTrue(fleet.view().overlay(attributions.get(1).getExplanationId()).isEmpty(), "too old to be held");
        assertTrue(fleet.view().overlay(attributions.get(2).getExplanationId()).isPresent());
    }

    @Test
    void aBusySiteLeavesTheOthersTheirs() {
        Attribution quiet = UNET.next(random, ReferenceMode.PREDICTION, NOW);
        fleet.take(quiet);
        for (int minute = 1; minute < 9; minute++) {
            fleet.take(UNET.next(random, ReferenceMode.GROUND_TRUTH, NOW.plusSeconds(60L * minute)));
        }
        fleet.publish();

        assertEquals(4, newest().size());
        assertTrue(fleet.holds("unet@1", quiet.getExplanationId()));
    }

    @Test
    void notMoreThanAFewSitesTakeUpMemory() {
        for (int site = 0; site < 9; site++) {
            SampleAttributions there = new SampleAttributions("unet", "1", "clinic-" + site, 0.5);
            for (int minute = 0; minute < 3; minute++) {
                fleet.take(there.next(random, ReferenceMode.GROUND_TRUTH, NOW.plusSeconds(60L * minute)));
            }
        }
        fleet.publish();

        assertEquals(2 * 3, newest().size());
        assertEquals(6, newest().stream().map(ExplanationView::site).distinct().count());
    }

    @Test
    void aMapSaysHowFarItsColoursReach() {
        Attribution attribution = UNET.next(random, ReferenceMode.GROUND_TRUTH, NOW);
        fleet.take(attribution);
        fleet.publish();

        double greatest = attribution.getEffects().stream()
                .filter(effect -> effect != null)
                .mapToDouble(Math::abs)
                .max()
                .orElseThrow();
        assertEquals(greatest, newest().get(0).greatestEffect());
    }

    @Test
    void anExplanationThatComesAgainIsHeldOnce() {
        Attribution attribution = UNET.next(random, ReferenceMode.GROUND_TRUTH, NOW);
        fleet.take(attribution);
        fleet.take(attribution);
        fleet.publish();

        assertEquals(1, newest().size());
    }

    @Test
    void nothingIsSeenBeforeItIsPublished() {
        fleet.take(UNET.next(random, ReferenceMode.GROUND_TRUTH, NOW));

        assertTrue(fleet.view().models().isEmpty());
    }

    @Test
    void listenersHearOfABatchOnceAndOnlyOfWhatChanged() {
        List<String> heard = new ArrayList<>();
        fleet.listen(events -> events.forEach(event -> heard.add(event.name())));
        fleet.take(UNET.next(random, ReferenceMode.GROUND_TRUTH, NOW));
        fleet.take(UNET.next(random, ReferenceMode.GROUND_TRUTH, NOW));
        fleet.publish();
        fleet.publish();

        assertEquals(List.of("explanation", "explanation"), heard);
    }

    @Test
    void whatIsNoPictureIsNotServed() {
        Attribution html = UNET.next(random, ReferenceMode.GROUND_TRUTH, NOW);
        html.setOverlay(ByteBuffer.wrap("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)));
        Attribution huge = UNET.next(random, ReferenceMode.GROUND_TRUTH, NOW);
        huge.setOverlay(ByteBuffer.allocate(Overlay.MAX_BYTES + 1));
        Attribution none = UNET.next(random, ReferenceMode.GROUND_TRUTH, NOW);
        none.setOverlay(null);
        List.of(html, huge, none).forEach(fleet::take);
        fleet.publish();

        for (ExplanationView explanation : newest()) {
            assertNull(explanation.overlay());
            assertTrue(fleet.view().overlay(explanation.explanationId()).isEmpty());
        }
    }

    @Test
    void whatIsNotFiniteIsLeftOut() {
        Attribution attribution = UNET.next(random, ReferenceMode.GROUND_TRUTH, NOW);
        attribution.setBaselineDice(Double.NaN);
        attribution.getStrategy().setGini(Double.NEGATIVE_INFINITY);
        fleet.take(attribution);
        fleet.publish();

        assertNull(newest().get(0).baselineDice());
        assertFalse(newest().get(0).strategy().containsKey("gini"));
    }

    @Test
    void modelsAreBounded() {
        for (int version = 0; version <= FleetView.MAX_MODELS; version++) {
            fleet.take(new SampleAttributions("m", String.valueOf(version), "clinic", 1)
                    .next(random, ReferenceMode.GROUND_TRUTH, NOW));
        }
        fleet.publish();

        assertEquals(FleetView.MAX_MODELS, fleet.view().models().size());
    }

    private List<ExplanationView> newest() {
        return fleet.view().model("unet@1").orElseThrow().newest();
    }
}
