package io.limen.aggregator.browser;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.limen.aggregator.rehearsal.RehearsalBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What all tests play on: a broker with a fleet of models, the aggregator beside it, and a browser. Set once, for it takes a while. */
final class Stage implements AutoCloseable {

    /** For whatever takes longer on a machine that is busy. */
    static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final List<String> WATCH = List.of(
            "-Dlimen.drift.reference=" + PublishedFleet.REFERENCE,
            "-Dlimen.drift.expected-run-time=200",
            "-Dlimen.drift.study-gap=PT0.01S");

    private final Path folder;
    private final RehearsalBroker broker;
    private final AggregatorProcess aggregator;
    private final PublishedFleet fleet;
    private final Playwright playwright;
    private final Browser browser;

    private Stage(Path folder) throws Exception {
        this.folder = folder;
        broker = new RehearsalBroker(folder.resolve("kafka"), RehearsalBroker.freePort());
        broker.start();
        broker.createTopics();
        fleet = PublishedFleet.on(broker.bootstrapServers());
        aggregator = new AggregatorProcess(folder.resolve("aggregator"), broker.bootstrapServers(), WATCH);
        aggregator.launch();
        playwright = Browsers.playwright();
        browser = Browsers.launch(playwright);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        fleet.publish();
        await().atMost(PATIENCE).ignoreExceptions().until(this::isCounted);
    }

    /** Sets it. */
    static Stage set() {
        try {
            return new Stage(Files.createTempDirectory("limen-dashboard"));
        } catch (Exception e) {
            throw new IllegalStateException("the stage for tests in a browser cannot be set", e);
        }
    }

    RehearsalBroker broker() {
        return broker;
    }

    AggregatorProcess aggregator() {
        return aggregator;
    }

    PublishedFleet fleet() {
        return fleet;
    }

    /** A visit of this aggregator's dashboard. */
    Visit visit() {
        return visit(aggregator.address());
    }

    /** A visit of another one's. */
    Visit visit(String address) {
        return new Visit(browser, address);
    }

    /** A folder of this stage, for what else a test needs. */
    Path folder() {
        return folder;
    }

    private boolean isCounted() {
        return fleet.models().stream().allMatch(model -> explanations(model) == fleet.count(model));
    }

    /** Explanations of a model that the interface tells of. */
    long explanations(String model) {
        for (var overview : aggregator.json("/api/overview")) {
            if (overview.path("id").asText().equals(model)) {
                return overview.path("explanations").asLong();
            }
        }
        return 0;
    }

    /** Newest maps of a model that the interface tells of. */
    int maps(String model) {
        for (var one : aggregator.json("/api/models")) {
            if (one.path("id").asText().equals(model)) {
                return one.path("newest").size();
            }
        }
        return 0;
    }

    @Override
    public void close() throws IOException {
        browser.close();
        playwright.close();
        aggregator.close();
        broker.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
