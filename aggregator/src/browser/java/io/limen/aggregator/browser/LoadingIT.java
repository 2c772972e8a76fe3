package io.limen.aggregator.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What pages say while they wait for the aggregator's answer. */
@InBrowser
class LoadingIT {

    private final List<Route> held = new ArrayList<>();

    @Test
    void thePageSaysThatItConnects(Visit visit) {
        Page page = opened(visit, "**/api/session", "#/");

        assertThat(page.locator("#stage")).containsText("Connecting to the aggregator");
        Inspection.of(page, "loading");
        answer(page, "What the models look at");
    }

    @Test
    void thePageOfAllModelsSaysThatItAsksForThem(Visit visit) {
        Page page = opened(visit, "**/api/overview", "#/");

        assertThat(page.locator("#stage")).containsText("Asking for the models");
        Inspection.of(page, "models-loading");
        answer(page, "Models");
    }

    @Test
    void thePageOfOneModelSaysThatItAsksForIt(Visit visit) {
        Page page = opened(visit, "**/api/models/*", "#/model/" + PublishedFleet.STEADY);

        assertThat(page.locator("#stage")).containsText("Asking for this model");
        Inspection.of(page, "model-loading");
        answer(page, "Newest maps");
    }

    @Test
    void thePicturesOfANetworkSayThatTheyAreAskedFor(Visit visit) {
        Page page = opened(visit, "**/api/models/*/components", "#/model/" + PublishedFleet.STEADY);
        Locator panel = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Inside the network"));

        assertThat(panel).containsText("Asking for the parts of the network.");
        assertThat(panel.locator(".network")).isHidden();
        held.forEach(Route::resume);
        assertThat(panel.locator(".network")).isVisible();
        assertThat(panel).not().containsText("Asking");
    }

    @Test
    void thePageOfACaseSaysThatItLoads(Visit visit, Stage stage) {
        String id = stage.fleet().newest(PublishedFleet.STEADY).getExplanationId();
        Page page = opened(visit, "**/api/explanations/*", "#/case/" + id);

        assertThat(page.locator("#stage")).containsText("Loading the explanation");
        Inspection.of(page, "case-loading");
        answer(page, "Facts");
    }

    @Test
    void thePageOfAlertsSaysThatItAsksForThem(Visit visit) {
        Page page = opened(visit, "**/api/alerts*", "#/alerts");

        assertThat(page.locator("#stage")).containsText("Asking for the alerts");
        Inspection.of(page, "alerts-loading");
        held.forEach(Route::resume);
        assertThat(page.locator(".alerts .alert").first()).isVisible();
    }

    /** Both lists of the page, with the tag of what was left out of them. */
    @Test
    void alertsWhoseAnswerBreaksOffAreAskedForAgain(Visit visit) {
        Page page = visit.page();
        page.route(
                "**/api/alerts*",
                route -> route.fulfill(
                        new Route.FulfillOptions().setResponse(route.fetch()).setBody("[{")),
                new Page.RouteOptions().setTimes(2));
        visit.open("#/alerts");

        assertThat(page.locator(".alerts .alert").first()).isVisible();
        assertThat(page.locator("#connection")).hasAttribute("data-state", "live");
    }

    @Test
    void nothingMovesForWhoWantsNoMotion(Visit visit) {
        Page page = opened(visit, "**/api/overview", "#/");
        Locator circle = page.locator(".waiting circle").first();

        assertThat(circle).hasCSS("animation-name", "none");
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
        assertThat(circle).hasCSS("animation-name", "breathe");
        answer(page, "Models");
    }

    private Page opened(Visit visit, String held, String hash) {
        Page page = visit.page();
        page.route(held, this.held::add);
        return visit.open(hash).page();
    }

    private void answer(Page page, String heading) {
        held.forEach(Route::resume);
        page.unrouteAll();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(heading))
                        .first())
                .isVisible();
    }
}
