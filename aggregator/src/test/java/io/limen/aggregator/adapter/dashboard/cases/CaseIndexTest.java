package io.limen.aggregator.adapter.dashboard.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.schemas.PerceptualStrategy;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CaseIndexTest {

    private static final CaseGroup NORTH = new CaseGroup("unet@1", "north", "GROUND_TRUTH");
    private static final CaseGroup SOUTH = new CaseGroup("unet@1", "south", "GROUND_TRUTH");
    private static final CaseGroup OTHER = new CaseGroup("segformer@2", "north", "PREDICTION");

    private final CaseIndex index = new CaseIndex(4, 9);

    private static String id(long number) {
        return "%064x".formatted(number);
    }

    private static IndexedCase entry(long number, CaseGroup group) {
        return entry(number, group, 90 - number, number);
    }

    private static IndexedCase entry(long number, CaseGroup group, float dice, long offset) {
        return new IndexedCase(
                id(number),
                group,
                PerceptualStrategy.GLOBAL,
                dice,
                Instant.ofEpochMilli(1_000 * number),
                Instant.ofEpochMilli(1_000 * number + 1),
                3,
                offset);
    }

    private static List<String> ids(List<IndexedCase> entries) {
        return entries.stream().map(IndexedCase::explanationId).toList();
    }

    private void take(long... numbers) {
        for (long number : numbers) {
            index.take(entry(number, NORTH));
        }
    }

    @Test
    void whatIsTakenIsFoundAsItWas() {
        IndexedCase entry = entry(7, SOUTH, 88.5f, 4_000_000_000L);

        index.take(entry);

        assertEquals(Optional.of(entry), index.find(id(7)));
        assertEquals(Optional.empty(), index.find(id(8)));
        assertEquals(Optional.empty(), index.find("../" + id(7)));
    }

    @Test
    void theFirstGoesWhenThereIsNoMoreRoom() {
        take(1, 2, 3, 4, 5);

        assertEquals(Optional.empty(), index.find(id(1)));
        assertEquals(
                List.of(id(5), id(4), id(3), id(2)),
                ids(index.page("unet@1", CaseOrder.NEWEST, Optional.empty(), Optional.empty(), 9)));
        assertEquals(4, index.size());
    }

    @Test
    void thoseOfOneStrategyAreTold() {
        take(1, 2);

        assertEquals(
                List.of(id(2), id(1)),
                ids(index.page(
                        "unet@1", CaseOrder.NEWEST, Optional.of(PerceptualStrategy.GLOBAL), Optional.empty(), 9)));
        assertEquals(
                List.of(),
                index.page(
                        "unet@1", CaseOrder.NEWEST, Optional.of(PerceptualStrategy.SEQUENTIAL), Optional.empty(), 9));
    }

    @Test
    void oneThatIsPublishedAgainIsWhereItWasPublishedLastAndCountsOnce() {
        index.take(entry(1, NORTH, 90, 10));
        index.take(entry(1, NORTH, 90, 99));

        assertEquals(99, index.find(id(1)).orElseThrow().offset());
        assertEquals(1, index.size());
    }

    /** The model: a queue and a set. */
    @Test
    void itHoldsWhatAPlainQueueWouldHold() {
        CaseIndex large = new CaseIndex(500, 3);
        Random random = new Random(5);
        Deque<String> queue = new ArrayDeque<>();
        Set<String> known = new HashSet<>();
        for (int step = 0; step < 20_000; step++) {
            long number = random.nextInt(1_500);
            large.take(entry(number, NORTH));
            if (known.add(id(number))) {
                queue.add(id(number));
                if (queue.size() > 500) {
                    known.remove(queue.poll());
                }
            }
        }
        for (int number = 0; number < 1_500; number++) {
            assertEquals(known.contains(id(number)), large.find(id(number)).isPresent(), id(number));
        }
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeat() {
        CaseIndex large = new CaseIndex(100, 3);
        for (int number = 0; number < 60; number++) {
            // three at a time have the same Dice
            large.take(entry(number, number % 4 == 0 ? OTHER : SOUTH, number / 3, number));
        }
        for (CaseOrder order : CaseOrder.values()) {
            List<String> all = ids(large.page("unet@1", order, Optional.empty(), Optional.empty(), 100));
            List<String> paged = new ArrayList<>();
            Optional<String> before = Optional.empty();
            for (List<String> page = ids(large.page("unet@1", order, Optional.empty(), before, 7));
                    !page.isEmpty();
                    page = ids(large.page("unet@1", order, Optional.empty(), before, 7))) {
                paged.addAll(page);
                before = Optional.of(page.get(page.size() - 1));
            }
            assertEquals(45, all.size());
            assertEquals(all, paged, order.name());
        }
    }

    @Test
    void theWorstSegmentedComeFirstAndThoseWithoutADiceLast() {
        index.take(entry(1, NORTH, 50, 0));
        index.take(entry(2, NORTH, Float.NaN, 0));
        index.take(entry(3, NORTH, 20, 0));

        assertEquals(
                List.of(id(3), id(1), id(2)),
                ids(index.page("unet@1", CaseOrder.DICE, Optional.empty(), Optional.empty(), 9)));
    }

    @Test
    void beforeAMomentAreTheLatestOfTheSameGroup() {
        index.take(entry(1, NORTH));
        index.take(entry(2, SOUTH));
        index.take(entry(3, NORTH));
        index.take(entry(4, NORTH));

        assertEquals(List.of(id(3), id(1)), ids(index.before(NORTH, Instant.ofEpochMilli(4_000), 5)));
        assertEquals(List.of(id(3)), ids(index.before(NORTH, Instant.ofEpochMilli(4_000), 1)));
        assertEquals(List.of(), index.before(OTHER, Instant.ofEpochMilli(4_000), 5));
    }

    @Test
    void whatIsNoIdAndMoreNamesThanThereIsRoomForAreRefused() {
        IndexedCase nameless =
                new IndexedCase("no-id", NORTH, PerceptualStrategy.LOCAL, 1, Instant.EPOCH, Instant.EPOCH, 0, 0);
        assertThrows(IllegalArgumentException.class, () -> index.take(nameless));
        for (int group = 0; group < CaseIndex.MOST_GROUPS; group++) {
            index.take(entry(1, new CaseGroup("m@" + group, "s", "PREDICTION")));
        }
        assertThrows(IllegalArgumentException.class, () -> index.take(entry(2, NORTH)));
        assertTrue(index.find(id(1)).isPresent());
        assertThrows(IllegalArgumentException.class, () -> new CaseGroup("m".repeat(251), "s", "PREDICTION"));
    }
}
