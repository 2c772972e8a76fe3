package io.limen.aggregator.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** All cases of a model, page by page. */
@InBrowser
class CasesPageIT {

    private static final int AT_ONCE = 50;

    @Test
    void everyCaseOfAModelCanBeReached(Visit visit, Stage stage) {
        Page page = visit.open("#/model/" + PublishedFleet.STEADY).page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("All cases of this model"))
                .click();

        Locator rows = page.locator(".cases tbody tr");
        assertThat(rows).hasCount(AT_ONCE);
        assertThat(rows.first().getByRole(AriaRole.LINK))
                .hasAttribute(
                        "href",
                        "#/case/" + stage.fleet().newest(PublishedFleet.STEADY).getExplanationId());
        Inspection.of(page, "cases");
        assertThat(page.locator(".cases thead th").nth(1)).hasText("Explained");
        assertThat(rows.first().locator("time").first())
                .hasAttribute(
                        "datetime",
                        stage.fleet()
                                .newest(PublishedFleet.STEADY)
                                .getExplainedAt()
                                .truncatedTo(ChronoUnit.MILLIS)
                                .toString());
        button(page, "Show 50 more").click();
        assertThat(rows).hasCount((int) stage.fleet().count(PublishedFleet.STEADY));
        assertThat(page.locator(".cases .more")).isHidden();
        List<String> links = rows.getByRole(AriaRole.LINK).all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
        assertEquals(links.size(), links.stream().distinct().count());
        rows.first().getByRole(AriaRole.LINK).click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Case " + stage.fleet().newest(PublishedFleet.STEADY).getCaseId());
    }

    @Test
    void aPageThatCouldNotBeHadIsAskedForAgain(Visit visit, Stage stage) {
        visit.expectComplaint("net::ERR_FAILED");
        Page page = visit.page();
        page.route(Pattern.compile("explanations\\?.*before="), Route::abort, new Page.RouteOptions().setTimes(1));
        visit.open("#/cases/" + PublishedFleet.STEADY);
        Locator rows = page.locator(".cases tbody tr");
        assertThat(rows).hasCount(AT_ONCE);

        button(page, "Show 50 more").click();
        assertThat(page.locator(".cases [role=status]")).hasText("No connection to the aggregator.");
        assertThat(rows).hasCount(AT_ONCE);
        button(page, "Try again").click();
        assertThat(rows).hasCount((int) stage.fleet().count(PublishedFleet.STEADY));
        assertThat(page.locator(".cases .more")).isHidden();
    }

    @Test
    void aPageAfterACaseThatIsNoLongerHeldIsBegunAnew(Visit visit, Stage stage) {
        visit.expectComplaint("status of 400");
        Page page = visit.page();
        page.route(
                Pattern.compile("explanations\\?.*before="),
                route -> route.resume(new Route.ResumeOptions()
                        .setUrl(route.request().url().replaceAll("before=[^&]*", "before=gone"))),
                new Page.RouteOptions().setTimes(1));
        visit.open("#/cases/" + PublishedFleet.STEADY);
        Locator rows = page.locator(".cases tbody tr");
        assertThat(rows).hasCount(AT_ONCE);

        button(page, "Show 50 more").click();
        assertThat(page.locator(".cases [role=status]")).containsText("is no longer held");
        button(page, "Begin anew").click();
        button(page, "Show 50 more").click();
        assertThat(rows).hasCount((int) stage.fleet().count(PublishedFleet.STEADY));
    }

    @Test
    void casesAreOrderedAndChosenByStrategy(Visit visit) {
        Page page = visit.open("#/cases/" + PublishedFleet.CHANGED).page();
        Locator rows = page.locator(".cases tbody tr");
        assertThat(rows).hasCount(AT_ONCE);

        page.getByLabel("Order by").selectOption("dice");
        assertThat(page.locator(".cases [role=status]")).containsText("The first 50 of those");
        List<Double> dice = page.locator(".cases td.number").allInnerTexts().stream()
                .map(Double::valueOf)
                .toList();
        assertEquals(dice.stream().sorted().toList(), dice);
        page.getByLabel("Strategy").selectOption("GLOBAL");
        assertThat(page.locator(".cases [role=status]")).containsText("All 11 among");
        assertEquals(
                "Global",
                page.locator(".cases .tag").allInnerTexts().stream().distinct().collect(Collectors.joining()));
    }

    @Test
    void aModelWithoutSuchCasesSaysSo(Visit visit) {
        Page page = visit.open("#/cases/" + PublishedFleet.NEW).page();
        assertThat(page.locator(".cases tbody tr")).hasCount(6);

        page.getByLabel("Strategy").selectOption("NONE");
        assertThat(page.locator(".cases [role=status]")).containsText("There is none among the newest ");
        assertThat(page.locator(".cases table")).isHidden();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
