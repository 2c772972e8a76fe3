package io.limen.aggregator.adapter.retained;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.aggregator.application.report.ReportRequest;
import io.limen.aggregator.domain.report.Period;
import io.limen.aggregator.rehearsal.SampleAttributions;
import io.limen.schemas.Attribution;
import io.limen.schemas.ReferenceMode;
import io.limen.schemas.SingleObjectSerde;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CaseCollectorTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Period DAY = new Period(NOW.minusSeconds(3600), NOW.plusSeconds(3600));

    private final Random random = new Random(1);

    private Attribution next(String model, Instant at) {
        return new SampleAttributions(model, "1", "clinic", 1).next(random, ReferenceMode.GROUND_TRUTH, at);
    }

    private static byte[] bytes(Attribution attribution) {
        return SingleObjectSerde.attribution().encode(attribution);
    }

    @Test
    void eachExplanationIsTakenOnceAndWhatIsLeftOutIsCountedByWhy() {
        CaseCollector collector = new CaseCollector(new ReportRequest(DAY, Set.of("unet@1"), Set.of(), 10));
        Attribution one = next("unet", NOW);
        collector.take(bytes(one));
        collector.take(bytes(one));
        collector.take(bytes(next("other", NOW)));
        collector.take(bytes(next("unet", DAY.to().plusSeconds(60))));
        collector.take(new byte[] {7, 7});
        collector.take(null);
        Attribution broken = next("unet", NOW);
        broken.setBaselineDice(Double.NaN);
        collector.take(bytes(broken));
        Attribution immense = next("unet", NOW);
        immense.getStrategy().setEnrichment(1e300);
        collector.take(bytes(immense));

        assertEquals(1, collector.cases().size());
        assertEquals("unet@1", collector.cases().get(0).model());
        assertEquals(
                Map.of(
                        "repeated", 1L,
                        "of other models or sites", 1L,
                        "segmented outside the period", 1L,
                        "not readable", 2L,
                        "with numbers or names that can't be", 2L),
                collector.leftOut());
        assertFalse(collector.cut());
    }

    @Test
    void modelsAreNoMoreThanAPageHoldsSectionsFor() {
        CaseCollector collector = new CaseCollector(new ReportRequest(DAY, Set.of(), Set.of(), 1_000));
        for (int index = 0; index < 203; index++) {
            collector.take(bytes(next("unet" + index, NOW)));
        }
        assertEquals(200, collector.cases().size());
        assertEquals(Map.of("of more than 200 models", 3L), collector.leftOut());
    }

    @Test
    void endlessNamesAreNone() {
        CaseCollector collector = new CaseCollector(new ReportRequest(DAY, Set.of(), Set.of(), 10));
        Attribution endless = next("unet", NOW);
        endless.setCaseId("x".repeat(1_001));
        collector.take(bytes(endless));
        assertEquals(Map.of("with numbers or names that can't be", 1L), collector.leftOut());
    }

    @Test
    void noMoreAreHeldThanMayBe() {
        CaseCollector collector = new CaseCollector(new ReportRequest(DAY, Set.of(), Set.of(), 2));
        for (int index = 0; index < 5; index++) {
            collector.take(bytes(next("unet", NOW)));
        }
        assertEquals(2, collector.cases().size());
        assertEquals(3L, collector.leftOut().get("more than the report may hold (--most)"));
        assertTrue(collector.cut());
    }
}
