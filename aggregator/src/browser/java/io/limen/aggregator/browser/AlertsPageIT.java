package io.limen.aggregator.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Alerts: all of them, and one of them whole. */
@InBrowser
class AlertsPageIT {

    private static final String SEEN = "image => image.decode().then(() => image.naturalWidth)";

    @Test
    void openAlertsSayInPlainWordsWhatHasChanged(Visit visit) {
        Page page = visit.open("#/alerts").page();

        Locator changed = alert(page, PublishedFleet.CHANGED);
        assertThat(changed.locator(".badge")).containsText("Alert");
        assertThat(changed)
                .containsText(Pattern.compile(
                        "(?:[Ll]ocality\\)?|[Cc]ausal radius\\)?) (?:fell|rose) from .* over \\d+ studies since"));
        assertThat(changed).containsText("When raised: ");
        assertThat(changed).containsText("an alert comes once in 200 studies on average, or more rarely.");
        assertThat(alert(page, PublishedFleet.DARKENED)).containsText("what moved: the images");
        assertThat(page.locator(".alerts")).not().containsText(Pattern.compile("\\dT\\d\\d:\\d\\d:\\d\\dZ"));
        assertThat(alert(page, PublishedFleet.CAME_BACK)).hasCount(0);
        Inspection.of(page, "alerts");
    }

    @Test
    void alertsThatAreOverAreKeptApart(Visit visit) {
        Page page = visit.open("#/alerts").page();
        assertThat(alert(page, PublishedFleet.CHANGED)).isVisible();

        page.getByLabel("Show").selectOption("over");
        assertThat(alert(page, PublishedFleet.CAME_BACK).locator(".badge")).containsText("Over");
        assertThat(alert(page, PublishedFleet.CHANGED)).hasCount(0);
        page.getByLabel("Show").selectOption("all");
        assertThat(alert(page, PublishedFleet.CHANGED)).isVisible();
    }

    @Test
    void oneAlertShowsCasesFromBeforeAndSinceTheChange(Visit visit) throws IOException {
        Page page = visit.open("#/alerts").page();
        Request asked = page.waitForRequest(
                Pattern.compile("/api/alerts\\?id="),
                () -> alert(page, PublishedFleet.CHANGED)
                        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("What moved"))
                        .click());
        assertEquals(1, new ObjectMapper().readTree(asked.response().body()).size(), "alerts for the page of one");

        Locator pictures = page.locator(".before-and-since figure");
        assertThat(pictures).hasCount(2);
        for (Locator figure : pictures.all()) {
            assertThat(figure.locator("img").first()).isVisible();
            assertThat(figure.locator("img").first())
                    .hasAttribute("alt", Pattern.compile("Map of a case .*, 1 of \\d+: explanation [0-9a-f]{8}"));
            for (Locator picture : figure.locator("img").all()) {
                assertEquals(256, picture.evaluate(SEEN), "is a picture");
            }
        }
        assertThat(page.locator(".facts")).containsText("what the model relies on");
        assertThat(page.locator(".facts"))
                .containsText(Pattern.compile("Mean when raised\\d.* before \u2192 \\d.* since"));
        assertThat(page.locator(".facts"))
                .containsText(Pattern.compile("Mean now\\d.* \u00b1 \\d.*, \\d+ explanations, .*:00 to .*:00"));
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("The feature over time"))
                        .getByRole(AriaRole.IMG))
                .hasAttribute("aria-label", Pattern.compile(" over [2-9] intervals, now \\d"));
        assertThat(page.locator(".facts"))
                .containsText(Pattern.compile("\\d\\.\\d standard deviations of the reference"));
        assertThat(page.locator(".carried li").first()).containsText(Pattern.compile("\\d+\u202f%"));
        Inspection.of(page, "alert");
        pictures.last().locator("a").first().click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("Case ");
    }

    @Test
    void whoTakesCareOfAnAlertIsRememberedWithTheirNote(Visit visit, Stage stage) {
        Page page = visit.open("#/alerts").page();
        Locator alert = alert(page, PublishedFleet.DARKENED);
        assertThat(page.locator("#alerts-open")).isVisible();
        int open = Integer.parseInt(page.locator("#alerts-open").textContent());

        alert.getByLabel("Your name").fill("A. <b>Reader</b>");
        alert.getByLabel("What you make of it").fill("A lamp is broken & replaced tomorrow");
        alert.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Acknowledge"))
                .click();
        String said = "Acknowledged by A. <b>Reader</b>: A lamp is broken & replaced tomorrow";
        assertThat(alert).containsText(said);
        assertThat(page.locator("#alerts-open")).hasText(open == 1 ? "" : String.valueOf(open - 1));
        page.reload();
        assertThat(alert(page, PublishedFleet.DARKENED)).containsText(said);
        assertThat(alert(page, PublishedFleet.DARKENED).locator("form")).hasCount(0);
        Visit other = stage.visit().open("#/");
        Locator strip = other.page().locator(".strip li");
        assertThat(other.page().locator(".strip")).containsText("acknowledged by A. <b>Reader</b>");
        assertThat(strip.first()).containsText(PublishedFleet.CHANGED);
        assertThat(strip.first().locator(".badge")).not().hasCSS("background-color", "rgba(0, 0, 0, 0)");
        assertThat(strip.first()).containsText(Pattern.compile("raised \\d+ (min|h) ago"));
        assertThat(strip.first().locator("time")).hasAttribute("title", Pattern.compile("\\d:\\d\\d:\\d\\d"));
        assertThat(strip.last().locator("a")).hasText(PublishedFleet.DARKENED);
        assertThat(strip.last().locator(".badge")).hasCSS("background-color", "rgba(0, 0, 0, 0)");
        Inspection.of(other.page(), "models-acknowledged");
        other.end(false);
    }

    @Test
    void anAcknowledgementWithoutANameIsNotSent(Visit visit) {
        Page page = visit.open("#/alerts").page();
        Locator alert = alert(page, PublishedFleet.CHANGED);

        alert.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Acknowledge"))
                .click();
        assertTrue((boolean) alert.getByLabel("Your name").evaluate("field => field.validity.valueMissing"));
        assertThat(alert.locator("form")).isVisible();
    }

    private static Locator alert(Page page, String model) {
        return page.locator(
                ".alerts .alert",
                new Page.LocatorOptions()
                        .setHas(page.getByRole(
                                AriaRole.LINK,
                                new Page.GetByRoleOptions().setName(model).setExact(true))));
    }
}
