package io.limen.quickstart.adapter.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.quickstart.domain.DriftNotice;
import io.limen.quickstart.domain.Group;
import io.limen.quickstart.domain.GroupFigures;
import io.limen.quickstart.domain.Moments;
import io.limen.quickstart.domain.PartFailure;
import io.limen.quickstart.domain.Progress;
import io.limen.quickstart.domain.StreamEvent;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsoleNarratorTest {

    private static final Group UNET = new Group("unet@1", "here", "GROUND_TRUTH");

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private Instant now = Instant.EPOCH;

    @Test
    void linesCarryTheTimeSinceTheStart() {
        now = Instant.EPOCH.plusMillis(3600);

        narrator(0).say("broker ready");

        assertEquals("[   3.6 s] broker ready\n", text(err));
    }

    @Test
    void withoutATerminalEveryCaseIsALineWithTheTimeLeft() {
        ConsoleNarrator narrator = narrator(0);
        Progress start = Progress.of(4, "here");
        narrator.follow(start);
        now = Instant.EPOCH.plusSeconds(10);
        StreamEvent event = explained("a");

        narrator.event(event, start.with(event));

        assertEquals("[  10.0 s] 1 of 4 cases done, about 30 s left\n", text(err));
    }

    @Test
    void onATerminalThereIsABarBelowTheLines() {
        ConsoleNarrator narrator = narrator(100);
        Progress start = Progress.of(4, "here");
        narrator.follow(start);
        StreamEvent event = explained("a");
        narrator.event(event, start.with(event));
        narrator.say("in between");

        narrator.unfollow();

        assertTrue(text(err).contains("in between"), text(err));
        assertTrue(text(err).contains("1/4"), text(err));
        assertTrue(text(err).endsWith("\n"));
    }

    @Test
    void budgetThatCutsExplanationsShortIsToldOncePerModel() {
        ConsoleNarrator narrator = narrator(0);
        for (String caseId : List.of("a", "b")) {
            StreamEvent event =
                    new StreamEvent.Explained(UNET, caseId, 93, "UNDETERMINED", 100, Duration.ofSeconds(20), true);
            narrator.event(event, Progress.of(4, "here").with(event));
        }

        assertEquals(
                List.of("[   0.0 s] unet@1: the time budget (20 s a case) ended before the explanation was done;"
                        + " raise --budget"),
                text(err).lines().filter(line -> line.contains("budget")).toList());
    }

    @Test
    void caseExplainedInTimeSaysNothingOfTheBudget() {
        ConsoleNarrator narrator = narrator(0);
        StreamEvent event = explained("a");

        narrator.event(event, Progress.of(4, "here").with(event));

        assertFalse(text(err).contains("budget"), text(err));
    }

    @Test
    void invitedPhantomsAreOthersThanTheDemos() {
        narrator(0).invite(URI.create("http://127.0.0.1:8080/"), "127.0.0.1:9092");

        assertTrue(
                text(err)
                        .contains("./limen publish --phantoms 8 --seed 500000 --model phantom-unet@1"
                                + " --bootstrap 127.0.0.1:9092"),
                text(err));
    }

    @Test
    void rejectionIsToldWithItsReason() {
        ConsoleNarrator narrator = narrator(0);
        StreamEvent event = new StreamEvent.Rejected("in/0/1", "case-7", Optional.empty(), "unknown model ghost@1");

        narrator.event(event, Progress.of(4, "here").with(event));

        assertTrue(text(err).contains("rejected: case case-7: unknown model ghost@1"), text(err));
    }

    @Test
    void runningStatisticsAreShownAtMostEveryFiveSeconds() {
        ConsoleNarrator narrator = narrator(0);
        Progress progress = Progress.of(4, "here").with(statistics());
        for (int second = 0; second < 10; second++) {
            now = Instant.EPOCH.plusSeconds(second);
            narrator.event(statistics(), progress);
        }

        assertEquals(
                2,
                text(err)
                        .lines()
                        .filter(line -> line.contains("statistics so far"))
                        .count());
        assertTrue(text(err).contains("unet@1 at here: 5 explained, Dice 93.4 \u00b1 4.2 %"), text(err));
    }

    @Test
    void closingTableHasOneRowPerGroupOnStandardOutput() {
        Progress progress = Progress.of(1, "here").with(explained("a")).with(statistics());

        narrator(0).close(progress);

        List<String> lines = text(out).lines().toList();
        assertEquals(2, lines.size());
        assertEquals(
                "unet@1  here  ground truth    5             93.4 \u00b1 4.2  0.61           -         4 local, 1 global"
                        + "  2.00           50",
                lines.get(1));
        assertFalse(text(err).contains("93.4"));
    }

    @Test
    void closingTableListsRejections() {
        Progress progress = Progress.of(1, "here")
                .with(new StreamEvent.Rejected("in/0/1", "x", Optional.of("here"), "not a record"));

        narrator(0).close(progress);

        assertTrue(text(out).contains("rejected: 1\n  in/0/1: not a record"), text(out));
    }

    @Test
    void driftIsToldAtOnceAndInTheClosingTable() {
        StreamEvent drift = new StreamEvent.DriftReported(notice("Locality fell."));
        Progress progress = Progress.of(1, "here").with(drift);

        narrator(0).event(drift, progress);
        narrator(0).close(progress);

        assertEquals("[   0.0 s] drift ALERT, unet@1: Locality fell.\n", text(err));
        String table = text(out);
        assertTrue(table.contains("locality  0.990      0.400"), table);
        assertTrue(table.contains("outputs, reliance"), table);
        assertTrue(table.contains("  unet@1: Locality fell."), table);
    }

    @Test
    void driftWithoutASentenceIsToldInFigures() {
        narrator(0).event(new StreamEvent.DriftReported(notice("")), Progress.of(1, "here"));

        assertTrue(text(err).contains("drift ALERT, unet@1: locality from 0.990 to 0.400 since "), text(err));
    }

    private static DriftNotice notice(String summary) {
        return new DriftNotice(
                "a1",
                UNET,
                DriftNotice.State.ALERT,
                "locality",
                Optional.of(0.99),
                Optional.of(0.4),
                Instant.EPOCH,
                List.of("outputs", "reliance"),
                summary);
    }

    @Test
    void failureShowsTheEndOfTheLog() {
        narrator(0).failure(new PartFailure("aggregator ended with exit code 1", List.of("first", "last")));

        assertEquals(
                List.of("[   0.0 s] aggregator ended with exit code 1; the end of its log:", "  | first", "  | last"),
                text(err).lines().toList());
    }

    private ConsoleNarrator narrator(int columns) {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new ConsoleNarrator(
                new Terminal(stream, columns),
                () -> now,
                Instant.EPOCH,
                Duration.ofSeconds(20),
                new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static StreamEvent explained(String caseId) {
        return new StreamEvent.Explained(UNET, caseId, 93, "LOCAL", 100, Duration.ofSeconds(2), false);
    }

    private static StreamEvent statistics() {
        GroupFigures figures = new GroupFigures(
                5, new Moments(5, 93.4, 4.2), new Moments(1, 0.61, 0), Moments.NONE, Map.of("LOCAL", 4L, "GLOBAL", 1L));
        return new StreamEvent.StatisticsPublished("unet@1", Map.of(UNET, figures));
    }
}
