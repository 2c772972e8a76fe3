package io.limen.aggregator.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody who looks at the dashboard in a browser profile of their own. Whatever a page asks of another host, and whatever the
 * browser complains about, a breach of the content security policy among it, is a fault.
 */
final class Visit {

    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final List<String> faults = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();

    Visit(Browser browser, String address) {
        this.address = address;
        context = browser.newContext(new Browser.NewContextOptions()
                .setLocale("en-GB")
                .setTimezoneId("UTC")
                .setViewportSize(1440, 900)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setAcceptDownloads(true));
        context.setDefaultTimeout(Stage.PATIENCE.toMillis());
        context.onRequest(request -> {
            String url = request.url();
            if (!url.startsWith(address + "/") && !url.startsWith("blob:" + address + "/")) {
                faults.add("asks another host: " + url);
            }
        });
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                faults.add("console: " + message.text() + " at " + message.location());
            }
        });
        context.onWebError(error -> faults.add("script: " + error.error()));
        page = context.newPage();
    }

    /** Opens an address of the dashboard, as #/alerts. */
    Visit open(String hash) {
        page.navigate(address + "/" + hash);
        return this;
    }

    /** The tab. */
    Page page() {
        return page;
    }

    /** The tile of a model on the page of all models. */
    Locator tile(String model) {
        int at = model.lastIndexOf('@');
        return page.getByRole(
                AriaRole.ARTICLE,
                new Page.GetByRoleOptions()
                        .setName("Model " + model.substring(0, at) + ", version " + model.substring(at + 1))
                        .setExact(true));
    }

    /** The browser's complaints that hold the text are meant to come. */
    Visit expectComplaint(String text) {
        expected.add(text);
        return this;
    }

    /** Closes the tab. A test that failed has said why already. */
    void end(boolean failed) {
        context.close();
        faults.removeIf(fault -> expected.stream().anyMatch(fault::contains));
        if (!failed) {
            assertEquals(List.of(), faults, "what the page may not do");
        }
    }
}
