package io.limen.aggregator.adapter.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.limen.aggregator.rehearsal.SampleAttributions;
import io.limen.schemas.Attribution;
import io.limen.schemas.ComponentEffect;
import io.limen.schemas.ReferenceMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExecutionOrderTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Random random = new Random(5);

    private Attribution explained(ComponentEffect... components) {
        Attribution attribution =
                new SampleAttributions("told", "1", "clinic", 1).next(random, ReferenceMode.GROUND_TRUTH, NOW);
        attribution.setComponents(List.of(components));
        return attribution;
    }

    private static ComponentEffect effect(String name, String kind, int channel) {
        return ComponentEffect.newBuilder()
                .setName(name)
                .setKind(kind)
                .setAte(-1)
                .setStandardError(0)
                .setDraws(1)
                .setChannel(channel)
                .build();
    }

    @Test
    void wholeOutputsHaveThePlacesInWhichTheyWereFirstExecuted() {
        ExecutionOrder order = ExecutionOrder.of(explained(
                effect("stem", "resample", -1),
                effect("stem", "zero", -1),
                effect("body", "zero", -1),
                effect("alpha", "zero", -1),
                effect("alpha[3]", "zero", 3)));

        assertEquals(Map.of("stem", 0, "body", 1, "alpha", 2), order.places());
    }

    @Test
    void namesWithoutAnEndAndPartsWithoutNumberAreNotHeld() {
        ComponentEffect[] many = Stream.iterate(0, index -> index + 1)
                .limit(3_000)
                .map(index -> effect(index == 1 ? "x".repeat(10_000) : "part-" + index, "zero", -1))
                .toArray(ComponentEffect[]::new);

        ExecutionOrder order = ExecutionOrder.of(explained(many));

        assertEquals(2_048, order.places().size());
        assertEquals(1, order.places().get("part-2"));
    }

    @Test
    void componentsOfAModelKnowTheirPlaceAndAnExplanationWithoutComponentsDoesNotTakeItAway() {
        FleetView view = FleetView.EMPTY
                .with(SampleStatistics.of("told"))
                .with(explained(effect("first", "zero", -1), effect("head", "zero", -1)), 10);
        ComponentView known =
                view.models().get("told@1").components().components().get(0);

        assertEquals(Integer.valueOf(1), known.place(), known.toString());
        FleetView later = view.with(explained(), 10);
        assertSame(
                view.models().get("told@1").order(),
                later.models().get("told@1").order());
    }
}
