package io.limen.aggregator.adapter.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limen.aggregator.rehearsal.SampleAttributions;
import io.limen.schemas.ReferenceMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Readers of the feed are told what they wish for. */
class FeedWishTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final FeedEvent statistics =
            new FeedEvent.StatisticsChanged(StatisticsView.of(SampleStatistics.of("unet")));
    private final FeedEvent explanation = new FeedEvent.ExplanationArrived(ExplanationView.of(
            new SampleAttributions("unet", "1", "clinic", 1)
                    .withoutPicture(new Random(3), ReferenceMode.PREDICTION, NOW),
            false));

    @Test
    void withoutAWishEverythingIsToldAsItIs() {
        FeedWish wish = new FeedWish(Optional.empty(), false);

        assertEquals(List.of(statistics), wish.of(statistics).toList());
        assertEquals(List.of(explanation), wish.of(explanation).toList());
    }

    @Test
    void anotherModelIsPassedOver() {
        FeedWish wish = new FeedWish(Optional.of("other@1"), false);

        assertEquals(List.of(), wish.of(statistics).toList());
        assertEquals(List.of(), wish.of(explanation).toList());
        assertEquals(
                List.of(explanation),
                new FeedWish(Optional.of("unet@1"), false).of(explanation).toList());
    }

    @Test
    void anOverviewStandsForStatisticsAndExplanationsAreLeftOut() {
        FeedWish wish = new FeedWish(Optional.empty(), true);

        List<FeedEvent> told = wish.of(statistics).toList();

        assertEquals(1, told.size());
        assertEquals("overview", told.get(0).name());
        assertEquals("unet@1", told.get(0).model());
        assertEquals(List.of(), wish.of(explanation).toList());
    }

    @Test
    void anOverviewHasTheSharesOfTheProfileAndWhereTheWatchStands() {
        StatisticsView view = StatisticsView.of(SampleStatistics.of("unet"));

        OverviewView overview = OverviewView.of(view);

        OverviewView.Group group = overview.groups().get(0);
        double sum = group.profile().stream().mapToDouble(Double::doubleValue).sum();
        assertEquals(1, sum, 48 * 1e-4);
        assertEquals(view.groups().get(0).drift(), group.drift());
        assertEquals(view.groups().get(0).features().get("causalRadius"), group.causalRadius());
    }
}
