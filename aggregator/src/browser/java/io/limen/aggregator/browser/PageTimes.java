package io.limen.aggregator.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How long pages take: to show what they are for, and from an input to the next paint (Event Timing, what "INP" is made of). */
final class PageTimes {

    private static final int VISITS = 11;
    private static final int KEYS = 20;

    /** Notes when so many of something are on the page, measured from the start of the navigation. */
    private static final String NOTE_WHEN_THERE = """
            ({ selector, wanted }) => new Promise((resolve) => {
              const look = () => document.querySelectorAll(selector).length >= wanted && !document.querySelector(selector).closest("[hidden]")
                ? requestAnimationFrame(() => setTimeout(() => resolve(performance.now()), 0)) : requestAnimationFrame(look);
              look();
            })""";

    private static final String OBSERVE_INPUTS = """
            () => { window.inputs = []; window.inputsSeen?.disconnect(); (window.inputsSeen = new PerformanceObserver((list) => window.inputs.push(...list.getEntries().map(({ name, duration }) => [name, duration]))))
              .observe({ type: "event", durationThreshold: 16 }); }""";

    private final Browser browser;
    private final String address;

    PageTimes(Browser browser, String address) {
        this.browser = browser;
        this.address = address;
    }

    /** Visits an address in fresh profiles until so many of what it is for are there. */
    void load(String hash, String selector, int wanted) {
        List<Double> times = new ArrayList<>();
        for (int visit = 0; visit < VISITS; visit++) {
            try (BrowserContext context = browser.newContext()) {
                Page page = context.newPage();
                page.navigate(address + "/" + hash);
                Object time = page.evaluate(NOTE_WHEN_THERE, Map.of("selector", selector, "wanted", wanted));
                times.add(((Number) time).doubleValue());
            }
        }
        times.sort(null);
        DashboardLoad.say(
                "load %-28s median %4.0f ms, slowest of %d: %4.0f ms",
                hash.length() > 28 ? hash.substring(0, 28) : hash,
                times.get(VISITS / 2),
                VISITS,
                times.get(VISITS - 1));
    }

    /** Types, chooses and opens on the page of all models and on that of one, while the feed runs. */
    void inputs(String model) {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(address + "/#/");
            page.locator(".tile").first().waitFor();
            page.evaluate(OBSERVE_INPUTS);
            for (int key = 0; key < KEYS; key++) {
                page.locator("input[type=search]").pressSequentially(String.valueOf(key % 10));
                page.locator("input[type=search]").press("Backspace");
            }
            choose(page, page.locator(".tools select").count());
            say("all models", page);
            page.navigate(address + "/#/model/" + model);
            page.locator(".figure-row").first().waitFor();
            page.evaluate(OBSERVE_INPUTS);
            choose(page, page.locator("#stage select").count());
            say("one model", page);
        }
    }

    private static void choose(Page page, int selects) {
        for (int index = 0; index < selects; index++) {
            var select = page.locator("#stage select").nth(index);
            if (select.isVisible()) {
                select.focus();
                for (int key = 0; key < 6; key++) {
                    select.press("ArrowDown");
                }
            }
        }
    }

    private static void say(String where, Page page) {
        @SuppressWarnings("unchecked")
        List<List<Object>> seen = (List<List<Object>>) page.evaluate("() => window.inputs");
        double[] sorted = seen.stream()
                .mapToDouble(entry -> ((Number) entry.get(1)).doubleValue())
                .sorted()
                .toArray();
        long slow =
                IntStream.range(0, sorted.length).filter(i -> sorted[i] > 100).count();
        DashboardLoad.say(
                "input to paint, %s: %d of 16 ms or more, slowest %.0f ms, %d over 100 ms",
                where, sorted.length, sorted.length == 0 ? 0 : sorted[sorted.length - 1], slow);
    }
}
