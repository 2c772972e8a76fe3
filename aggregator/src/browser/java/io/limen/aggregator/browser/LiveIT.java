package io.limen.aggregator.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import io.limen.schemas.Attribution;
import java.util.regex.Pattern;
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
        Visit reader = stage.visit().open("#/alerts");
        assertThat(reader.page().locator("#connection")).hasText("Live");

        stage.broker().goAway();
        assertThat(page.locator("#connection")).hasText("The Kafka broker is away");
        assertThat(page.locator("#outage"))
                .hasText(
                        Pattern.compile(
                                "No new data since \\d\\d:\\d\\d: the Kafka broker can\u2019t be reached. What you see is from then."));
        assertThat(page.locator("#stage")).hasCSS("filter", "none");
        assertThat(page.locator(".mix-time").first()).hasCSS("filter", "saturate(0.25)");
        Inspection.of(page, "models-broker-away");
        Visit late = stage.visit().open("#/");
        assertThat(late.page().locator("#outage")).containsText("No new data: the Kafka broker");
        late.end(false);
        // nothing told that page when the broker went
        reader.open("#/");
        assertThat(reader.page().locator("#outage")).containsText("No new data: the Kafka broker");
        reader.end(false);
        stage.broker().start();
        assertThat(page.locator("#connection")).hasText("Live");
        assertThat(page.locator("#outage")).isHidden();
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
        assertThat(page.locator("#outage"))
                .hasText(Pattern.compile(
                        "No connection to the aggregator since \\d\\d:\\d\\d\\. What you see is from then.*"));
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
            // busier models have crowded some out of the ends of the partitions
            await().atMost(Stage.PATIENCE)
                    .until(() -> stage.maps(model) >= Math.min(12, stage.fleet().count(model)));
            assertThat(visit.tile(model)).containsText(stage.fleet().count(model) + " explanations");
        }
    }
}
