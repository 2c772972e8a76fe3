package io.limen.quickstart.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.quickstart.domain.DriftNotice.State;
import io.limen.quickstart.domain.StreamEvent.DriftReported;
import io.limen.quickstart.domain.StreamEvent.Explained;
import io.limen.quickstart.domain.StreamEvent.Rejected;
import io.limen.quickstart.domain.StreamEvent.StatisticsPublished;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final Group UNET = new Group("unet@1", "here", "GROUND_TRUTH");
    private static final Group SEGFORMER = new Group("segformer@1", "here", "GROUND_TRUTH");

    @Test
    void explainedAndRejectedTogetherCompleteTheDemo() {
        Progress two = Progress.of(3, "here").with(explained(UNET, "a")).with(rejected("in/0/7", Optional.of("here")));

        assertFalse(two.complete());
        assertTrue(two.with(explained(SEGFORMER, "c")).complete());
    }

    @Test
    void caseThatComesTwiceCountsOnce() {
        Progress once = Progress.of(5, "here").with(explained(UNET, "a")).with(rejected("in/0/7", Optional.of("here")));

        Progress twice = once.with(explained(UNET, "a")).with(rejected("in/0/7", Optional.of("here")));

        assertEquals(once, twice);
    }

    @Test
    void sameCaseExplainedForTwoModelsCountsTwice() {
        Progress both = Progress.of(5, "here").with(explained(UNET, "a")).with(explained(SEGFORMER, "a"));

        assertEquals(2, both.done());
    }

    @Test
    void costsAddUpPerGroup() {
        Progress progress = Progress.of(5, "here").with(explained(UNET, "a")).with(explained(UNET, "b"));

        assertEquals(new Speed(2, 200, Duration.ofSeconds(4)), progress.speed().get(UNET));
    }

    @Test
    void newestStatisticsReplaceOlderOnes() {
        Progress progress = Progress.of(5, "here")
                .with(statistics(UNET, 1))
                .with(statistics(SEGFORMER, 4))
                .with(statistics(UNET, 2));

        assertEquals(2, progress.figures().get(UNET).explanations());
        assertEquals(4, progress.figures().get(SEGFORMER).explanations());
    }

    @Test
    void countedOnceTheAggregatorHasEveryExplanationSeen() {
        Progress two = Progress.of(2, "here")
                .with(explained(UNET, "a"))
                .with(explained(SEGFORMER, "b"))
                .with(statistics(UNET, 1));

        assertFalse(two.counted());
        assertTrue(two.with(statistics(SEGFORMER, 1)).counted());
    }

    @Test
    void casesOfAnotherSiteAreNotTheDemos() {
        Group elsewhere = new Group("unet@1", "elsewhere", "GROUND_TRUTH");

        Progress progress = Progress.of(2, "here")
                .with(explained(UNET, "a"))
                .with(explained(elsewhere, "b"))
                .with(rejected("in/0/7", Optional.of("elsewhere")))
                .with(rejected("in/0/8", Optional.empty()))
                .with(statistics(elsewhere, 1));

        assertEquals(1, progress.done());
        assertEquals(Map.of(), progress.rejected());
        assertFalse(progress.counted());
        assertTrue(progress.with(statistics(UNET, 1)).counted());
        assertEquals(1, progress.speed().get(elsewhere).explanations());
    }

    @Test
    void demoOfNoCasesIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Progress.of(0, "here"));
    }

    @Test
    void anAlertOfTheDemosOwnCasesIsOneAndASuspicionOrAnotherSiteIsNot() {
        Progress before = Progress.of(5, "here");

        assertFalse(before.with(drift("here", State.SUSPECT)).alerted());
        assertFalse(before.with(drift("elsewhere", State.ALERT)).alerted());
        assertTrue(before.with(drift("here", State.ALERT)).alerted());
    }

    @Test
    void newestStateOfAnAlertReplacesOlderOnes() {
        Progress progress =
                Progress.of(5, "here").with(drift("here", State.SUSPECT)).with(drift("here", State.ALERT));

        assertEquals(1, progress.drifts().size());
        assertEquals(State.ALERT, progress.drifts().get("a1").state());
    }

    private static DriftReported drift(String site, State state) {
        Group group = new Group("unet@1", site, "GROUND_TRUTH");
        return new DriftReported(new DriftNotice(
                "a1", group, state, "locality", Optional.empty(), Optional.empty(), Instant.EPOCH, List.of(), ""));
    }

    private static Explained explained(Group group, String caseId) {
        return new Explained(group, caseId, 93, "LOCAL", 100, Duration.ofSeconds(2), false);
    }

    private static Rejected rejected(String origin, Optional<String> site) {
        return new Rejected(origin, "b", site, "no foreground");
    }

    private static StatisticsPublished statistics(Group group, long explanations) {
        GroupFigures figures =
                new GroupFigures(explanations, Moments.NONE, Moments.NONE, Moments.NONE, Map.of("LOCAL", explanations));
        return new StatisticsPublished(group.model(), Map.of(group, figures));
    }
}
