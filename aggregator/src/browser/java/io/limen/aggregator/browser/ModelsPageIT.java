package io.limen.aggregator.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** All models at a glance. */
@InBrowser
class ModelsPageIT {

    private static final Map<String, String> STATES = Map.of(
            PublishedFleet.CHANGED, "Alert",
            PublishedFleet.DARKENED, "Alert",
            PublishedFleet.CAME_BACK, "As before",
            PublishedFleet.STEADY, "As before",
            PublishedFleet.NEW, "Learning",
            PublishedFleet.HOSTILE, "Learning",
            PublishedFleet.LIVE, "Learning");

    @Test
    void eachModelIsATileThatSaysHowItPerceivesAndWhetherThatHasChanged(Visit visit, Stage stage) {
        Page page = visit.open("#/").page();

        assertThat(page.locator("article.tile")).hasCount(STATES.size());
        STATES.forEach((model, state) -> {
            Locator tile = visit.tile(model);
            assertThat(tile.locator(".badge")).containsText(state);
            assertThat(tile.locator(".mix-time"))
                    .hasAttribute(
                            "aria-label",
                            starting("Mix of strategies over 1\\d intervals, \\d+ of them with cases, from "));
            assertThat(tile.locator(".rose"))
                    .hasAttribute("aria-label", starting("Reliance around the region: \\d+\u202f% within"));
            assertThat(tile.locator(".box .plot"))
                    .hasAttribute(
                            "aria-label",
                            Pattern.compile(
                                    "Causal radius: median \\d.*The axis goes from 0 to \\d.*, the dashed line is at 1\\. .*1 = as far as a uniform look\\."));
            assertThat(tile.locator(".box")).containsText(Pattern.compile("Causal radiusmedian \\d\\.\\d\\d"));
            assertThat(tile).containsText(Pattern.compile("Differs between inputs: \\d\\.\\d\\d nats"));
            assertThat(tile).containsText(stage.explanations(model) + " explanations");
        });
        // one axis of time for all: what fell silent is seen beside what did not
        page.waitForFunction(
                "() => new Set([...document.querySelectorAll('.mix-times')].map((times) => times.textContent)).size === 1");
        Inspection.of(page, "models");
    }

    @Test
    void aModelOfWhichNothingHasComeForMuchLongerThanUsualIsCalledQuiet(Visit visit, Stage stage) {
        visit.page().clock().setFixedTime(whenTheSteadyOneIs(100, stage));
        visit.open("#/");

        Locator silent = visit.tile(PublishedFleet.DARKENED).locator(".tile-newest");
        assertThat(silent).hasText(Pattern.compile("quiet ?last case 5\u00a0h ago"));
        assertThat(visit.tile(PublishedFleet.DARKENED))
                .hasAttribute(
                        "title",
                        starting("Newest case .* It is called quiet after longer than [2-4]\u00a0h, twice the "));
        assertThat(silent.locator("time")).hasAttribute("datetime", Pattern.compile("\\d{4}-.*Z"));
        assertThat(visit.tile(PublishedFleet.STEADY).locator(".quiet")).isHidden();
        assertThat(visit.tile(PublishedFleet.STEADY).locator("time")).hasText("last case 100\u00a0min ago");
    }

    @Test
    void theAgeOfTheNewestCaseGrowsByItselfWhileThePageIsOpen(Visit visit, Stage stage) {
        visit.page().clock().install(new Clock.InstallOptions().setTime(whenTheSteadyOneIs(70, stage)));
        Page page = visit.open("#/").page();
        assertThat(visit.tile(PublishedFleet.STEADY).locator("time")).hasText(Pattern.compile("min ago"));

        page.clock().fastForward("02:00:00");
        assertThat(visit.tile(PublishedFleet.STEADY)).containsText(Pattern.compile("quiet ?last case 3\u00a0h ago"));
    }

    @Test
    void timeWithoutACaseIsNoStrategyAndTheAxisBeginsWithTheFirstCase(Visit visit) {
        Page page = visit.open("#/").page();

        assertThat(page.locator(".mix-key").first()).containsText("No case");
        // the first to have a case has one in the first column
        assertThat(visit.tile(PublishedFleet.STEADY).locator(".mix-time rect").first())
                .hasAttribute("x", "0.5");
        assertThat(visit.tile(PublishedFleet.STEADY).locator(".mix-time"))
                .hasCSS("background-color", "rgba(0, 0, 0, 0)");
    }

    @Test
    void theNameOfAModelIsATextWhateverItHolds(Visit visit) {
        Page page = visit.open("#/").page();

        Locator name = visit.tile(PublishedFleet.HOSTILE).getByRole(AriaRole.LINK);
        assertThat(name).hasText(PublishedFleet.HOSTILE_NAME);
        assertThat(page.locator("#stage img")).hasCount(0);
        name.click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(PublishedFleet.HOSTILE_NAME);
        assertThat(page.locator(".missing")).hasCount(0);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Newest maps")))
                .isVisible();
    }

    @Test
    void howDifferentlyModelsPerceiveIsToldForEachTwoOfThem(Visit visit, Stage stage) {
        Page page = visit.open("#/").page();

        Locator matrix = page.getByRole(AriaRole.TABLE);
        var models = stage.aggregator().json("/api/fleet").get(0).path("models");
        assertThat(matrix.locator("tbody tr")).hasCount(models.size());
        assertThat(matrix.locator("thead th")).hasCount(models.size());
        for (int row = 0; row < models.size(); row++) {
            for (int column = 0; column < row; column++) {
                String distance = cell(matrix, row, column).textContent();
                assertTrue(distance.matches("0\\.\\d\\d"), distance);
                assertThat(cell(matrix, column, row)).hasText(distance);
            }
        }
        assertThat(page.locator(".shares"))
                .hasAttribute(
                        "aria-label", starting("Between models \\d\\.\\d{3} nats .* between the inputs of a model"));
        assertThat(page.locator(".shares-key li")).hasText(new Pattern[] {
            starting("Between models \\d\\.\\d{3} nats"), starting("between the inputs of a model \\d\\.\\d{3} nats")
        });
        Locator few = matrix.locator("tbody tr", new Locator.LocatorOptions().setHasText(PublishedFleet.NEW));
        assertThat(few.locator("th")).hasText(PublishedFleet.NEW + " n\u2009=\u20096");
        assertThat(few.locator("td[data-few=true]")).hasCount(models.size() - 1);
        Locator many = matrix.locator("tbody tr", new Locator.LocatorOptions().setHasText(PublishedFleet.CHANGED));
        assertThat(many.locator("td[data-few=false]")).hasCount(2);
        assertThat(page.getByText("has fewer than 20 explanations; by chance alone"))
                .isVisible();
        page.getByLabel("What regions are scored against").selectOption("PREDICTION");
        assertThat(matrix).containsText(PublishedFleet.CAME_BACK);
    }

    @Test
    void modelsAreFoundByNameAndBySite(Visit visit) {
        Page page = visit.open("#/").page();
        assertThat(page.locator("article.tile:visible")).hasCount(STATES.size());

        page.getByLabel("Find").fill("SEGF");
        assertThat(page.locator("article.tile:visible h3")).hasText(new String[] {"phantom-segformer"});
        assertThat(page.getByText("1 of " + STATES.size())).isVisible();
        page.getByLabel("Find").fill("phantom-clinic");
        assertThat(page.locator("article.tile:visible")).hasCount(STATES.size());
        page.getByLabel("Find").fill("nobody");
        assertThat(page.locator("article.tile:visible")).hasCount(0);
        assertThat(page.getByText("0 of " + STATES.size())).isVisible();
    }

    @Test
    void whatNeedsAttentionComesFirstUnlessAnotherOrderIsChosen(Visit visit) {
        Page page = visit.open("#/").page();

        assertThat(page.locator("article.tile .badge").first()).containsText("Alert");
        assertThat(page.locator("article.tile .badge").last()).containsText("As before");
        page.getByLabel("Order by").selectOption("name");
        assertThat(page.locator("article.tile h3").last()).hasText("vessel-linknet");
        List<String> names = page.locator("article.tile h3").allTextContents();
        assertEquals(names.stream().sorted().toList(), names);
    }

    @Test
    void aModelIsReachedAndOpenedByKeyboardAlone(Visit visit) {
        Page page = visit.open("#/").page();
        assertThat(page.locator("article.tile")).hasCount(STATES.size());

        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Mix over"))
                .focus();
        page.keyboard().press("Tab");
        Locator first = page.locator("article.tile h3 a").first();
        assertThat(first).isFocused();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("#/model/phantom-"));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .isFocused();
        page.goBack();
        assertThat(page.locator("article.tile")).hasCount(STATES.size());
    }

    /** The page's time at which the newest case of the steady model is so old: the stage stands for as long as all tests take. */
    private static long whenTheSteadyOneIs(long minutes, Stage stage) {
        return stage.fleet()
                .newest(PublishedFleet.STEADY)
                .getSegmentedAt()
                .plus(Duration.ofMinutes(minutes))
                .toEpochMilli();
    }

    private static Locator cell(Locator matrix, int row, int column) {
        return matrix.locator("tbody tr").nth(row).locator("td").nth(column);
    }

    private static Pattern starting(String words) {
        return Pattern.compile("^" + words);
    }
}
