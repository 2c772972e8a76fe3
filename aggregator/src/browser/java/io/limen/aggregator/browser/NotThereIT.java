package io.limen.aggregator.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Addresses that lead to nothing say so, and where to go on. */
@InBrowser
class NotThereIT {

    @Test
    void aModelThatNobodyKnows(Visit visit) {
        visit.expectComplaint("status of 404");
        Page page = visit.open("#/model/nobody@1").page();

        assertThat(page.getByText("No model of this name and version is known")).isVisible();
        assertThat(page.locator("#stage").getByRole(AriaRole.LINK)).hasText("Models");
        Inspection.of(page, "model-unknown");
    }

    @Test
    void anExplanationThatIsNotKept(Visit visit) {
        visit.expectComplaint("status of 404");
        Page page = visit.open("#/case/" + "0".repeat(64)).page();

        assertThat(page.getByRole(
                        AriaRole.HEADING, new Page.GetByRoleOptions().setName("This explanation is not there")))
                .isVisible();
        assertThat(page.getByText("no explanation with this id is among the newest"))
                .isVisible();
        Inspection.of(page, "case-unknown");
    }

    @Test
    void anAlertThatIsNotKept(Visit visit) {
        Page page = visit.open("#/alerts/nobody").page();

        assertThat(page.getByText("This alert is not known here. It may be older than what is kept."))
                .isVisible();
        Inspection.of(page, "alert-unknown");
    }

    @Test
    void anAddressThatIsNoPage(Visit visit) {
        for (String wrong : new String[] {"#/modles", "#/%E0%A4%A", "#/constructor", "#nonsense"}) {
            // from a page, so that what the address before it showed is gone
            Page page = visit.open("#/alerts").page();
            assertThat(page.getByRole(
                            AriaRole.HEADING,
                            new Page.GetByRoleOptions().setName("Alerts").setExact(true)))
                    .isVisible();
            visit.open(wrong);
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("There is no such page")))
                    .isVisible();
        }
        Inspection.of(visit.page(), "no-such-page");
        visit.page()
                .locator("#stage")
                .getByRole(AriaRole.LINK, new com.microsoft.playwright.Locator.GetByRoleOptions().setName("All models"))
                .click();
        assertThat(visit.page().locator("article.tile").first()).isVisible();
    }
}
