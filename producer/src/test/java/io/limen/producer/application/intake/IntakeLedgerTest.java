package io.limen.producer.application.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.producer.application.PublishRun;
import io.limen.producer.domain.identity.CaseId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class IntakeLedgerTest {

    private static final TakenIn PUBLISHED = new TakenIn.Published(new CaseId("c"), true);

    private final List<PublishRun> runs = new ArrayList<>();
    private Optional<String> obstacle = Optional.empty();
    private Instant now = Instant.parse("2026-03-01T08:00:00Z");
    private final IntakeLedger ledger = new IntakeLedger(
            run -> {
                runs.add(run);
                return obstacle;
            },
            () -> now);

    private static BroughtCase by(String who) {
        return BroughtCases.of(who, Optional.empty());
    }

    @Test
    void pageIsWrittenOnceItIsAMinuteOld() {
        ledger.note(by("ann"), PUBLISHED);
        ledger.note(by("ann"), new TakenIn.Unusable("no image"));
        now = now.plusSeconds(59);
        ledger.writeDue();
        assertEquals(List.of(), runs);

        now = now.plusSeconds(1);
        ledger.writeDue();

        assertEquals(1, runs.size());
        assertEquals("ann", runs.get(0).by());
        assertEquals(1, runs.get(0).report().delivered());
        assertEquals(1, runs.get(0).report().withGroundTruth());
        assertEquals(1, runs.get(0).report().failed());
        assertEquals(60, runs.get(0).report().elapsed().toSeconds());
    }

    @Test
    void everyCallerHasAPageOfTheirOwn() {
        ledger.note(by("ann"), PUBLISHED);
        ledger.note(by("ben"), PUBLISHED);

        ledger.writeAll();

        assertEquals(List.of("ann", "ben"), runs.stream().map(PublishRun::by).toList());
    }

    @Test
    void pageThatTheLogDoesNotTakeIsKeptAndWrittenLater() {
        ledger.note(by("ann"), PUBLISHED);
        obstacle = Optional.of("no answer");
        assertEquals(obstacle, ledger.writeAll());
        assertFalse(ledger.isOpen());

        obstacle = Optional.empty();
        ledger.writeDue();

        assertTrue(ledger.isOpen());
        assertEquals(runs.get(0), runs.get(1));
        ledger.writeAll();
        assertEquals(2, runs.size());
    }

    @Test
    void nothingIsPublishedThatCanNotBeRecorded() {
        ledger.note(by("ann"), PUBLISHED);
        obstacle = Optional.of("no answer");
        ledger.writeAll();
        RecordedIntake intake = new RecordedIntake(
                brought -> {
                    throw new AssertionError("published");
                },
                ledger);

        CompletableFuture<TakenIn> answer = intake.take(by("ann"));

        assertInstanceOf(TakenIn.Unavailable.class, answer.join());
    }
}
