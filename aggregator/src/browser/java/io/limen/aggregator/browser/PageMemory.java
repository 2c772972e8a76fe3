package io.limen.aggregator.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.time.Duration;

/** What a page holds while the feed runs, after a collection: the heap of its scripts, its nodes, its listeners. */
final class PageMemory {

    private static final Duration EVERY = Duration.ofMinutes(2);

    private final Browser browser;
    private final String address;

    PageMemory(Browser browser, String address) {
        this.browser = browser;
        this.address = address;
    }

    /** Prints a line every two minutes. */
    void watch(String hash, Duration time) {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(address + "/" + hash);
            CDPSession devtools = context.newCDPSession(page);
            devtools.send("Performance.enable");
            for (Duration at = Duration.ZERO; at.compareTo(time) <= 0; at = at.plus(EVERY)) {
                page.waitForTimeout(EVERY.toMillis());
                devtools.send("HeapProfiler.collectGarbage");
                JsonObject metrics = devtools.send("Performance.getMetrics");
                DashboardLoad.say(
                        "memory after %3d min: heap %.1f MB, %.0f nodes, %.0f listeners",
                        at.plus(EVERY).toMinutes(),
                        metric(metrics, "JSHeapUsedSize") / 1e6,
                        metric(metrics, "Nodes"),
                        metric(metrics, "JSEventListeners"));
            }
        }
    }

    private static double metric(JsonObject metrics, String name) {
        for (var metric : metrics.getAsJsonArray("metrics")) {
            if (metric.getAsJsonObject().get("name").getAsString().equals(name)) {
                return metric.getAsJsonObject().get("value").getAsDouble();
            }
        }
        throw new IllegalStateException("the browser does not tell " + name);
    }
}
