package io.limen.aggregator.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** One version of a model. */
@InBrowser
class ModelPageIT {

    @Test
    void theEvidenceIsShownAgainstItsAlarmLineWithTheAlerts(Visit visit) {
        Page page = open(visit, PublishedFleet.CHANGED);

        Locator panel = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Has it changed?"));
        assertThat(panel).containsText(Pattern.compile("Alert: evidence that the change goes on [\\d,.]+, "));
        assertThat(panel).containsText("The evidence for a change rests on ");
        Locator chart = panel.getByRole(AriaRole.IMG, new Locator.GetByRoleOptions().setName("Evidence for a change"));
        assertThat(chart).hasAttribute("aria-label", Pattern.compile("at most \\d{3,}, alarm at 200, [1-9]\\d* alert"));
        panel.getByText("As a table").click();
        assertThat(panel.getByRole(AriaRole.TABLE).locator("tbody"))
                .containsText(Pattern.compile("Alert.*Locality \\d+\u202f%"));
        Inspection.of(page, "model-changed");
    }

    @Test
    void anAlertThatIsOverIsShownFromItsBeginningToItsEndAndLedTo(Visit visit) {
        Page page = open(visit, PublishedFleet.CAME_BACK);

        Locator panel = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Has it changed?"));
        assertThat(panel.getByRole(AriaRole.IMG, new Locator.GetByRoleOptions().setName("Evidence for a change")))
                .hasAttribute("aria-label", Pattern.compile("1 alert, raised .*\\d\\d:\\d\\d, over .*\\d\\d:\\d\\d"));
        Inspection.of(page, "model-came-back");
        panel.getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(Pattern.compile("^Last alert: raised .*, over ")))
                .click();
        assertThat(page).hasURL(Pattern.compile("#/alerts/."));
        assertThat(page.locator(".alert .badge")).containsText("Over");
        for (String told : List.of("Raised", "Over")) {
            assertThat(page.locator(".facts div", new Page.LocatorOptions().setHasText(Pattern.compile("^" + told)))
                            .locator("time"))
                    .isVisible();
        }
        Inspection.of(page, "alert-over");
    }

    @Test
    void bothChartsShowTheSameTimeAndTheEvidenceSaysWhereItBeganAnew(Visit visit) {
        Page page = open(visit, PublishedFleet.CAME_BACK);
        Locator panel = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Has it changed?"));

        page.waitForFunction("""
                () => {
                  const spans = [...document.querySelectorAll("[aria-labelledby=drift-title] canvas")]
                    .map((canvas) => canvas.getAttribute("aria-label")?.match(/ [^ ,]+ [^ ,]+, \\d\\d:\\d\\d to [^,]+, \\d\\d:\\d\\d/)?.[0]);
                  return spans.length === 2 && spans[0] !== undefined && spans[0] === spans[1];
                }""");
        assertThat(panel.getByRole(AriaRole.LIST)).containsText("A gap: it began anew");
        panel.getByText("As a table").click();
        assertThat(panel.getByRole(AriaRole.ROW)
                        .filter(new Locator.FilterOptions().setHasText(Pattern.compile("[2-9]\\d\\d, begun anew")))
                        .first())
                .isVisible();
    }

    @Test
    void theOpenAlertIsLedTo(Visit visit) {
        Page page = open(visit, PublishedFleet.CHANGED);

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open alert: raised "))
                .click();
        assertThat(page.locator(".alert .badge")).containsText("Alert");
    }

    @Test
    void aFeatureIsShownOverTime(Visit visit) {
        Page page = open(visit, PublishedFleet.CHANGED);

        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Feature"))
                .selectOption("locality");
        assertThat(page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("Locality over")))
                .hasAttribute("aria-label", Pattern.compile("Locality over [2-9] intervals, now \\d+\u202f%"));
        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Interval"))
                .selectOption("5m");
        assertThat(page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("Locality over")))
                .hasAttribute("aria-label", Pattern.compile("Locality over \\d{2,} intervals, now \\d+\u202f%"));
    }

    @Test
    void theNewestMapsAreSortedByWhatMatters(Visit visit, Stage stage) {
        Page page = open(visit, PublishedFleet.STEADY);
        Locator maps = page.locator(".gallery li");
        List<JsonNode> newest = newest(stage, "GROUND_TRUTH");
        List<JsonNode> own = newest(stage, "PREDICTION");
        assertEquals(24, newest.size() + own.size(), "a dozen of each");
        Locator choice = page.getByLabel("Cases of");
        choice.selectOption("phantom-clinic PREDICTION");
        assertThat(maps).hasCount(own.size());
        assertThat(page.locator(".gallery .caption").first()).containsText("own mask");
        choice.selectOption("phantom-clinic GROUND_TRUTH");
        assertThat(maps).hasCount(newest.size());
        assertThat(page.locator(".gallery img")).hasCount(newest.size());
        assertThat(page.locator(".gallery")).not().containsText("own mask");

        assertOrder(
                page,
                "newest",
                newest,
                map -> -java.time.Instant.parse(map.path("explainedAt").asText())
                        .toEpochMilli());
        assertOrder(page, "dice", newest, map -> map.path("baselineDice").asDouble());
        assertOrder(
                page,
                "far",
                newest,
                map -> -map.path("strategy").path("causalRadius").asDouble());
        assertOrder(
                page,
                "hindering",
                newest,
                map -> -map.path("strategy").path("hinderingShare").asDouble());
    }

    @Test
    void aMapLeadsToItsCase(Visit visit, Stage stage) {
        Page page = open(visit, PublishedFleet.STEADY);
        page.getByLabel("Cases of").selectOption("phantom-clinic PREDICTION");

        page.locator(".gallery a").first().click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Case " + stage.fleet().newest(PublishedFleet.STEADY).getCaseId());
    }

    @Test
    void casesScoredAgainstTheGroundTruthAndAgainstTheModelsOwnMaskAreNeverMixed(Visit visit) {
        Page page = open(visit, PublishedFleet.STEADY);
        Locator figures = page.locator(".figure-row", new Page.LocatorOptions().setHasText("Dice of the region"));

        Locator radius = page.locator(".figure-row", new Page.LocatorOptions().setHasText("Causal radius"));
        assertThat(radius).containsText(Pattern.compile("mean \\d\\.\\d\\d \u00b1 "));
        assertThat(radius.locator(".axis-ends")).hasText(Pattern.compile("^01\\d(\\.\\d+)?$"));
        Locator choice = page.getByLabel("Cases of");
        choice.selectOption("phantom-clinic GROUND_TRUTH");
        assertThat(figures).containsText(Pattern.compile("\\d\\d\\.\\d \u00b1 \\d\\.\\d\u202f%"));
        assertThat(page.locator(".mix-key").last()).containsText(Pattern.compile("Local\\d+"));
        choice.selectOption("phantom-clinic PREDICTION");
        assertThat(figures).containsText("100.0 \u00b1 0.0\u202f%");
        assertThat(figures).containsText("n\u2009=\u200926");
    }

    @Test
    void versionsStandSideBySide(Visit visit) {
        Page page = open(visit, PublishedFleet.CHANGED);

        Locator table = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Versions side by side"))
                .getByRole(AriaRole.TABLE);
        assertThat(table.locator("thead th")).hasText(new String[] {"version 1", "version 2"});
        assertThat(row(table, "Standing").locator("td").first()).containsText("As before");
        assertThat(row(table, "Standing").locator("td").last()).containsText("Alert");
        assertThat(row(table, "Causal radius").locator("td").first())
                .hasText(Pattern.compile("\\d\\.\\d\\d \u00b1 \\d\\.\\d\\d"));
        table.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("version 1"))
                .click();
        assertThat(page.getByText("Version 1", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
    }

    @Test
    void thePartsOfTheNetworkAreShownByTheirEffect(Visit visit) {
        Page page = open(visit, PublishedFleet.STEADY);

        Locator network = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Inside the network"));
        assertThat(network.locator(".components li")).hasCount(8);
        assertThat(network.locator(".components li").first())
                .containsText(Pattern.compile("decoder\\.up3\u2212\\d+\\.\\d \u00b1 \\d\\.\\d"));
        network.getByRole(AriaRole.GROUP).focus();
        page.keyboard().press("ArrowRight");
        assertThat(network.getByRole(AriaRole.STATUS))
                .containsText("encoder.stage1 \u00b7 DoubleConv 16\u00d7128\u00d7128");
        Inspection.of(page, "model-steady");
    }

    @Test
    void aNewModelSaysThatItsReferenceIsNotComplete(Visit visit) {
        Page page = open(visit, PublishedFleet.NEW);

        assertThat(page.getByText("Learning: reference: 6 of 20 studies.")).isVisible();
        assertThat(page.getByText("The watch begins when its reference is complete."))
                .isVisible();
        Inspection.of(page, "model-new");
    }

    @Test
    void whoSkipsTheHeadOfThePageStaysOnIt(Visit visit) {
        Page page = open(visit, PublishedFleet.NEW);

        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#stage")).isFocused();
        assertThat(page).hasURL(Pattern.compile("#/model/"));
    }

    private static Page open(Visit visit, String model) {
        Page page = visit.open("#/model/" + model).page();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Newest maps")))
                .isVisible();
        return page;
    }

    private static Locator row(Locator table, String name) {
        return table.getByRole(AriaRole.ROW, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name)));
    }

    private static List<JsonNode> newest(Stage stage, String referenceMode) {
        return StreamSupport.stream(
                        stage.aggregator()
                                .json("/api/models/" + PublishedFleet.STEADY)
                                .path("newest")
                                .spliterator(),
                        false)
                .filter(map -> map.path("referenceMode").asText().equals(referenceMode))
                .toList();
    }

    private static void assertOrder(Page page, String order, List<JsonNode> newest, ToDoubleFunction<JsonNode> key) {
        List<String> wanted = newest.stream()
                .sorted(Comparator.comparingDouble(key))
                .map(map -> "#/case/" + map.path("explanationId").asText())
                .toList();
        page.locator(".maps").getByLabel("Order by").selectOption(order);
        assertThat(page.locator(".gallery a").first()).hasAttribute("href", wanted.get(0));
        assertEquals(
                wanted,
                page.locator(".gallery a").all().stream()
                        .map(link -> link.getAttribute("href"))
                        .toList());
    }
}
