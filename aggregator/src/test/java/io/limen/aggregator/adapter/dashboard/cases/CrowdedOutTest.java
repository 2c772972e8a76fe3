package io.limen.aggregator.adapter.dashboard.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.aggregator.adapter.dashboard.Fleet;
import io.limen.aggregator.adapter.dashboard.cases.RecordReader.Lookup;
import io.limen.aggregator.rehearsal.SampleAttributions;
import io.limen.schemas.Attribution;
import io.limen.schemas.ReferenceMode;
import io.limen.schemas.SingleObjectSerde;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CrowdedOutTest {

    private static final int HELD = 2;
    private static final String MODEL = "unet@1";

    private final CaseIndex index = new CaseIndex(100, 1);
    private final Fleet fleet = new Fleet(HELD);
    private final List<Lookup> records = new ArrayList<>();
    private final List<Long> read = new ArrayList<>();
    private final CrowdedOut crowdedOut = new CrowdedOut(
            index,
            (topic, partition, offset) -> {
                read.add(offset);
                return records.get((int) offset);
            },
            fleet);
    private final SampleAttributions unet = new SampleAttributions("unet", "1", "clinic", 0.5);
    private final Random random = new Random(1);

    /** One more on the topic and in the index, a minute after the one before. */
    private Attribution another() {
        Attribution attribution =
                unet.next(random, ReferenceMode.PREDICTION, Instant.EPOCH.plusSeconds(60L * records.size()));
        index.take(CaseTopics.entry(attribution, 0, records.size()));
        records.add(new Lookup.Found(SingleObjectSerde.attribution().encode(attribution)));
        return attribution;
    }

    private boolean isShown(Attribution attribution) {
        return fleet.holds(MODEL, attribution.getExplanationId());
    }

    @Test
    void theNewestOfAModelThatTheFleetHasNotSeenAreShown() {
        Attribution older = another();
        Attribution newer = another();
        Attribution newest = another();

        crowdedOut.run();
        assertFalse(isShown(newest), "shown with the fleet's next step");
        fleet.publish();

        assertTrue(isShown(newest) && isShown(newer));
        assertFalse(isShown(older));
    }

    @Test
    void whatTheFleetHoldsIsNotReadAgain() {
        Attribution known = another();
        fleet.take(known);
        fleet.publish();
        another();

        crowdedOut.run();

        assertEquals(List.of(1L), read);
    }

    @Test
    void whatIsGoneOrNoExplanationIsPassedOver() {
        Attribution first = another();
        another();
        records.set(1, new Lookup.Gone());
        crowdedOut.run();
        records.set(1, new Lookup.Found(new byte[] {1, 2, 3}));
        crowdedOut.run();
        fleet.publish();

        assertTrue(isShown(first));
    }

    @Test
    void aTopicThatCannotBeReadIsNotAskedAgainAndAgain() {
        another();
        another();
        records.set(1, new Lookup.Unavailable("away"));

        crowdedOut.run();

        assertEquals(List.of(1L), read);
    }
}
