package io.limen.aggregator.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import io.limen.schemas.Attribution;
import org.junit.jupiter.api.Test;

/** What happens while somebody looks. */
@InBrowser
class LiveIT {

    private static final String MODEL = PublishedFleet.LIVE;

    @Test
    void anExplanationAppearsWithoutReloading(Visit visit, Stage stage) throws Exception {
        Page page = visit.open("#/model/" + MODEL).page();
        assertThat(page.locator(".intro")).containsText(stage.fleet().count(MODEL) + " explanations ");
        page.evaluate("() => { window.untouched = true; }");

        Attribution told = stage.fleet().another();
        assertThat(page.locator(".gallery a").first()).hasAttribute("href", "#/case/" + told.getExplanationId());
        assertThat(page.locator(".intro")).containsText(stage.fleet().count(MODEL) + " explanations ");
        assertEquals(true, page.evaluate("() => window.untouched"), "was not loaded again");
    }

    @Test
    void aBrokerThatIsAwayIsSaid(Visit visit, Stage stage) throws Exception {
        Page page = visit.open("#/").page();
        assertThat(visit.tile(MODEL)).isVisible();
        assertThat(page.locator("#connection")).hasText("Live");

        stage.broker().goAway();
        assertThat(page.locator("#connection")).hasText("The Kafka broker is away");
        Inspection.of(page, "models-broker-away");
        stage.broker().start();
        assertThat(page.locator("#connection")).hasText("Live");
        stage.fleet().another();
        assertThat(visit.tile(MODEL)).containsText(stage.fleet().count(MODEL) + " explanations");
    }

    @Test
    void aLostConnectionIsSaidAndNothingIsLostOrCountedTwiceBehindIt(Visit visit, Stage stage) throws Exception {
        visit.expectComplaint("net::ERR_");
        Page page = visit.open("#/").page();
        assertThat(visit.tile(MODEL)).isVisible();
        assertThat(page.locator("#connection")).hasText("Live");

        stage.aggregator().kill();
        assertThat(page.locator("#connection")).containsText("No connection since ");
        assertThat(page.locator("body")).hasAttribute("data-stale", "true");
        Inspection.of(page, "models-disconnected");
        stage.fleet().another();
        stage.aggregator().start();
        stage.fleet().another();

        assertThat(page.locator("#connection")).hasText("Live");
        assertThat(page.locator("body")).hasAttribute("data-stale", "false");
        await().atMost(Stage.PATIENCE)
                .until(() -> stage.explanations(MODEL) == stage.fleet().count(MODEL));
        assertThat(page.locator("article.tile")).hasCount(stage.fleet().models().size());
        for (String model : stage.fleet().models()) {
            assertThat(visit.tile(model)).containsText(stage.fleet().count(model) + " explanations");
        }
    }
}
