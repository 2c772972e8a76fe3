package io.limen.aggregator.adapter.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.aggregator.adapter.topology.flow.Arrival;
import io.limen.aggregator.rehearsal.SampleExplanations;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RestartTest {

    private static final long NOW = Instant.parse("2026-03-10T12:01:00Z").toEpochMilli();

    @Test
    void whatWasNotToldBeforeAStopIsToldAfterTheNextStart() {
        KeptStores stores = new KeptStores(new StoredModel.Encoding());
        KeptStores.Life stopped = stores.start();
        SampleExplanations.draw(new Random(8), 90)
                .forEach(explanation -> stopped.process("unet@1", new Arrival.First(explanation), NOW));
        Map<String, Emission> wouldHaveBeenTold = stores.start().told(NOW);

        Map<String, Emission> told = stores.start().told(NOW);

        assertTrue(told.get("unet@1") instanceof Emission.Statistics statistics
                && statistics.record().getExplanations() == 90);
        assertEquals(12 + 2 + 1 + 1, told.size(), "panes of an hour, panes of hours, the model, its reference mode");
        assertEquals(wouldHaveBeenTold, told);
        assertEquals(told.get("unet@1"), stopped.told(NOW).get("unet@1"));
    }

    @Test
    void nothingIsToldTwice() {
        KeptStores.Life life = new KeptStores(new StoredModel.Encoding()).start();
        life.process(
                "unet@1",
                new Arrival.First(SampleExplanations.draw(new Random(8), 1).get(0)),
                NOW);

        assertEquals(4, life.told(NOW).size());
        assertTrue(life.told(NOW).isEmpty());
    }
}
