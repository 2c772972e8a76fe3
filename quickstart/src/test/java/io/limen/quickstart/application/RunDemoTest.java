package io.limen.quickstart.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.quickstart.domain.DemoPlan;
import io.limen.quickstart.domain.DriftNotice;
import io.limen.quickstart.domain.Group;
import io.limen.quickstart.domain.GroupFigures;
import io.limen.quickstart.domain.Moments;
import io.limen.quickstart.domain.PartFailure;
import io.limen.quickstart.domain.Progress;
import io.limen.quickstart.domain.Scenario;
import io.limen.quickstart.domain.StreamEvent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunDemoTest {

    private static final Group UNET = new Group("unet@1", DemoPlan.SITE, "GROUND_TRUTH");
    private static final PartFailure DEATH = new PartFailure("aggregator ended with exit code 1", List.of("bang"));

    private final ScriptedStage stage = new ScriptedStage();
    private final Notes notes = new Notes();
    private Instant now = Instant.EPOCH;

    @Test
    void partsStartInOrderAndNobodyPublishesBeforeTheServicesAreReady() {
        stage.script.add(List.of(explained("a"), counted(1)));

        run(plan(1, true));

        assertEquals(List.of("broker", "services", "ready", "events", "publish 1"), stage.calls);
        assertTrue(notes.lines.contains("port 8080 is taken: the dashboard gets port 8081"), notes.lines.toString());
    }

    @Test
    void demoEndsOnceEveryCaseIsExplainedOrRejectedAndCounted() {
        stage.script.add(List.of(explained("a")));
        stage.script.add(List.of(new StreamEvent.Rejected("in/0/1", "b", Optional.of(DemoPlan.SITE), "no foreground")));
        stage.script.add(List.of(counted(1)));

        DemoOutcome outcome = run(plan(2, true));

        Progress progress = assertInstanceOf(DemoOutcome.Done.class, outcome).progress();
        assertEquals(1, progress.figures().get(UNET).explanations());
        assertEquals(1, progress.rejected().size());
        assertEquals(List.of(progress), notes.tables);
        assertTrue(stage.eventsClosed);
    }

    @Test
    void firstAttributionIsTimedFromTheStartAndToldOnce() {
        now = Instant.EPOCH.plusSeconds(17);
        stage.script.add(List.of(explained("a")));
        stage.script.add(List.of(explained("b"), counted(2)));

        run(plan(2, true));

        assertEquals(List.of(Duration.ofSeconds(17)), notes.firstAttributions);
    }

    @Test
    void servicesThatDoNotComeUpEndTheDemoWithTheirLog() {
        stage.notReady = Optional.of(DEATH);

        DemoOutcome outcome = run(plan(1, true));

        assertEquals(new DemoOutcome.Broken(DEATH), outcome);
        assertEquals(List.of(DEATH), notes.failures);
        assertEquals(List.of("broker", "services", "ready"), stage.calls);
    }

    @Test
    void serviceThatDiesOnTheWayEndsTheDemoWithItsLog() {
        stage.script.add(List.of(explained("a")));
        stage.failureAfterScript = Optional.of(DEATH);

        DemoOutcome outcome = run(plan(3, true));

        assertEquals(new DemoOutcome.Broken(DEATH), outcome);
        assertEquals(List.of(DEATH), notes.failures);
    }

    @Test
    void partThatEndsBecauseTheUserStoppedIsNoFailure() {
        stage.notReady = Optional.of(DEATH);
        stage.stopping = true;

        assertEquals(new DemoOutcome.Stopped(), run(plan(1, true)));
        assertEquals(List.of(), notes.failures);
    }

    @Test
    void withoutExitTheDemoStaysUpAfterTheTable() {
        stage.script.add(List.of(explained("a"), counted(1)));
        stage.script.add(List.of(explained("published by hand")));

        DemoOutcome outcome = run(plan(1, false));

        assertEquals(new DemoOutcome.Stopped(), outcome);
        assertEquals(1, notes.tables.size());
        assertEquals(2, notes.invitations);
    }

    @Test
    void aggregatorThatNeverCountsDoesNotHoldTheDemoForEver() {
        stage.script.add(List.of(explained("a")));
        for (int second = 0; second <= RunDemo.COUNT_LIMIT.toSeconds() + 2; second++) {
            stage.script.add(List.of());
        }

        DemoOutcome outcome = run(plan(1, true));

        assertInstanceOf(DemoOutcome.Done.class, outcome);
        assertTrue(notes.lines.stream().anyMatch(line -> line.contains("behind")), notes.lines.toString());
    }

    @Test
    void aDriftDemoWaitsForItsAlertAndTellsWhatHappensOnTheWay() {
        stage.script.add(List.of(explained("a"), counted(1)));
        stage.script.add(List.of(drift()));

        run(new DemoPlan(1, Scenario.DRIFT, true));

        assertEquals(1, notes.tables.get(0).drifts().size());
        assertTrue(notes.lines.contains(Scenario.DRIFT.story().orElseThrow()), notes.lines.toString());
        assertFalse(notes.lines.stream().anyMatch(line -> line.startsWith("no drift alert")), notes.lines.toString());
    }

    @Test
    void aDriftDemoWithoutAnAlertEndsAllTheSameAndSaysSo() {
        stage.script.add(List.of(explained("a"), counted(1)));
        for (int second = 0; second <= RunDemo.COUNT_LIMIT.toSeconds() + 2; second++) {
            stage.script.add(List.of());
        }

        DemoOutcome outcome = run(new DemoPlan(1, Scenario.DRIFT, true));

        assertInstanceOf(DemoOutcome.Done.class, outcome);
        assertTrue(notes.lines.stream().anyMatch(line -> line.startsWith("no drift alert")), notes.lines.toString());
    }

    private static StreamEvent drift() {
        return new StreamEvent.DriftReported(new DriftNotice(
                "a1",
                UNET,
                DriftNotice.State.ALERT,
                "locality",
                Optional.of(1.0),
                Optional.of(0.4),
                Instant.EPOCH,
                List.of(),
                ""));
    }

    private DemoOutcome run(DemoPlan plan) {
        return new RunDemo(stage, notes, this::tick, Instant.EPOCH).run(plan);
    }

    private Instant tick() {
        Instant read = now;
        now = now.plusSeconds(1);
        return read;
    }

    private static DemoPlan plan(int cases, boolean exit) {
        return new DemoPlan(cases, Scenario.STEADY, exit);
    }

    private static StreamEvent explained(String caseId) {
        return new StreamEvent.Explained(UNET, caseId, 93, "LOCAL", 100, Duration.ofSeconds(2), false);
    }

    private static StreamEvent counted(long explanations) {
        GroupFigures figures = new GroupFigures(explanations, Moments.NONE, Moments.NONE, Moments.NONE, Map.of());
        return new StreamEvent.StatisticsPublished("unet@1", Map.of(UNET, figures));
    }

    private static final class Notes implements Narrator {
        final List<String> lines = new ArrayList<>();
        final List<Duration> firstAttributions = new ArrayList<>();
        final List<Progress> tables = new ArrayList<>();
        final List<PartFailure> failures = new ArrayList<>();
        int invitations;

        @Override
        public void say(String line) {
            lines.add(line);
        }

        @Override
        public void follow(Progress start) {
            lines.add("follow");
        }

        @Override
        public void event(StreamEvent event, Progress progress) {
            lines.add("event");
        }

        @Override
        public void unfollow() {
            lines.add("unfollow");
        }

        @Override
        public void firstAttribution(Duration sinceStart) {
            firstAttributions.add(sinceStart);
        }

        @Override
        public void invite(URI dashboard, String bootstrapServers) {
            invitations++;
        }

        @Override
        public void close(Progress progress) {
            tables.add(progress);
        }

        @Override
        public void failure(PartFailure failure) {
            failures.add(failure);
        }
    }
}
