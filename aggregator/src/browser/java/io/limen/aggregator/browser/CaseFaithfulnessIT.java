package io.limen.aggregator.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.limen.aggregator.browser.CasePageIT.open;
import static io.limen.aggregator.browser.CasePageIT.panel;
import static io.limen.aggregator.browser.CasePageIT.told;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.limen.schemas.FaithfulnessContrast;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the page of a case tells of how far its map can be trusted. */
@InBrowser
class CaseFaithfulnessIT {

    @Test
    void howFarTheMapCanBeTrustedIsToldWithItsIntervals(Visit visit, Stage stage) {
        Page page = open(visit, stage);
        FaithfulnessContrast contrast = told(stage).getFaithfulness().getContrast();

        Locator panel = panel(page, "Faithfulness");
        assertThat(panel).containsText("Correlation 0.74 (95 % interval 0.46 to 0.89)");
        assertThat(panel).containsText("about 0.93 could be reached");
        assertThat(panel).containsText("The map foretells what such sets do, and its strongest blocks");
        assertThat(panel.locator("tbody tr")).hasCount(2);
        assertThat(panel.locator("tbody tr").first())
                .containsText(points(contrast.getStrongest().getPoints()));
        assertThat(panel.locator(".error-whisker")).hasCount(2);
        assertThat(panel)
                .containsText("they matter more, by "
                        + points(contrast.getDifference().getPoints()) + " points");
        assertThat(panel).containsText("The map foretells " + points(contrast.getForetold()));
    }

    @Test
    void whatIsNotDefinedOrNotRecordedIsNoNumber(Visit visit, Stage stage) {
        Page page = visit.page();
        page.route("**/api/explanations/*", route -> {
            APIResponse answer = route.fetch();
            String changed = answer.text()
                    .replace("\"correlation\":0.74", "\"correlation\":null")
                    .replace("\"undefined\":null", "\"undefined\":\"NOTHING_CHANGED\"");
            route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(changed));
        });
        open(visit, stage);
        assertThat(panel(page, "Faithfulness")).containsText("Nothing to be faithful to");
        assertThat(panel(page, "Faithfulness")).not().containsText("Correlation");

        page.unroute("**/api/explanations/*");
        page.route("**/api/explanations/*", route -> {
            APIResponse answer = route.fetch();
            route.fulfill(new Route.FulfillOptions()
                    .setResponse(answer)
                    .setBody(answer.text().replace("\"faithfulness\":{", "\"earlier\":{")));
        });
        page.reload();
        assertThat(panel(page, "Faithfulness")).containsText("Not recorded: the explainer did not check this map.");
    }

    private static String points(double value) {
        return (value > 0 ? "+" : "")
                + String.format(Locale.ROOT, "%.1f", value).replace('-', '\u2212');
    }
}
