package io.limen.aggregator.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.limen.aggregator.rehearsal.RehearsalBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dashboard that asks for a token, of an aggregator that has no explanation yet. */
@InBrowser
class ClosedIT {

    private static final String TOKEN = "viewer-of-a-real-dashboard";

    @TempDir
    static Path folder;

    private static RehearsalBroker broker;
    private static AggregatorProcess aggregator;

    @BeforeAll
    static void start() throws Exception {
        broker = new RehearsalBroker(folder.resolve("kafka"), RehearsalBroker.freePort());
        broker.start();
        broker.createTopics();
        Path token = Files.writeString(folder.resolve("token"), TOKEN);
        aggregator = new AggregatorProcess(
                folder.resolve("aggregator"),
                broker.bootstrapServers(),
                List.of("-Dlimen.access.viewer-token-file=" + token));
        aggregator.start();
    }

    @AfterAll
    static void stop() {
        aggregator.close();
        broker.close();
    }

    @Test
    void nothingIsShownBeforeATokenIsTaken(Stage stage) {
        Visit visit = stage.visit(aggregator.address()).expectComplaint("status of 401");
        Page page = visit.open("#/alerts").page();

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Sign in");
        assertThat(page.locator("#pages")).isHidden();
        assertThat(page.locator("#stage")).isHidden();
        Inspection.of(page, "sign-in");
        signIn(page, "another-token-than-that");
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("This token is not taken. It may have expired.");
        Inspection.of(page, "sign-in-refused");
        signIn(page, TOKEN);
        assertThat(page.getByText("No alert is open: the watched models perceive as in their references."))
                .isVisible();
        Inspection.of(page, "alerts-empty");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        assertThat(page.getByLabel("Access token")).isVisible();
        visit.end(false);
    }

    @Test
    void anAggregatorWithoutExplanationsSaysThatItWaitsForThem(Stage stage) {
        Visit visit = stage.visit(aggregator.address()).expectComplaint("status of 401");
        Page page = visit.open("#/").page();
        signIn(page, TOKEN);

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Waiting for the first")))
                .isVisible();
        assertThat(page.locator("#connection")).hasText("Live, no data yet");
        assertThat(page.locator("#who")).hasText("Viewer");
        Inspection.of(page, "models-empty");
        visit.end(false);
    }

    private static void signIn(Page page, String token) {
        page.getByLabel("Access token").fill(token);
        page.locator("#signin")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Sign in"))
                .click();
    }
}
