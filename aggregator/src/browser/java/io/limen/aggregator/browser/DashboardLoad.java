package io.limen.aggregator.browser;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import io.limen.aggregator.rehearsal.Crowd;
import io.limen.aggregator.rehearsal.Rehearsal;
import io.limen.aggregator.rehearsal.RehearsalBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;

/**
 * How the dashboard keeps up: MODELS models and EXPLANATIONS explanations behind it, twenty more a second, a browser before it. Prints
 * how long pages take to load, how long the slowest inputs take to be painted, and what the page holds over MINUTES of feed.
 *
 * <p>Arguments: MODELS EXPLANATIONS MINUTES. Seconds are of this machine and of whatever else runs on it.
 */
public final class DashboardLoad {

    private static final Duration FILLED_WITHIN = Duration.ofMinutes(20);
    private static final int MORE_EVERY_MILLIS = 50;

    private DashboardLoad() {}

    /** Measures and prints. */
    public static void main(String[] arguments) throws Exception {
        int models = Integer.parseInt(arguments[0]);
        int explanations = Integer.parseInt(arguments[1]);
        Duration minutes = Duration.ofMinutes(Long.parseLong(arguments[2]));
        Path folder = Files.createTempDirectory("limen-load");
        try (RehearsalBroker broker = new RehearsalBroker(folder.resolve("kafka"), RehearsalBroker.freePort())) {
            broker.start();
            broker.createTopics();
            try (AggregatorProcess aggregator =
                            new AggregatorProcess(folder.resolve("aggregator"), broker.bootstrapServers(), List.of());
                    Producer<String, byte[]> producer = Rehearsal.producer(broker.bootstrapServers())) {
                aggregator.start();
                Crowd crowd = new Crowd(models, producer);
                crowd.send(explanations, Duration.ofHours(20));
                await().atMost(FILLED_WITHIN)
                        .pollInterval(Duration.ofSeconds(2))
                        .until(() -> counted(aggregator) == explanations);
                say("%d models, %d explanations are counted", models, explanations);
                look(aggregator, crowd, models, minutes);
            }
        }
    }

    private static void look(AggregatorProcess aggregator, Crowd crowd, int models, Duration minutes) throws Exception {
        ScheduledExecutorService feed = Executors.newSingleThreadScheduledExecutor();
        feed.scheduleAtFixedRate(
                () -> crowd.send(1, Duration.ZERO), MORE_EVERY_MILLIS, MORE_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        try (Playwright playwright = Browsers.playwright();
                Browser browser = Browsers.launch(playwright)) {
            PageTimes times = new PageTimes(browser, aggregator.address());
            String id = "model-07@1";
            times.load("#/", ".tile", models);
            times.load("#/model/" + id, ".figure-row", 1);
            times.load("#/case/" + newest(aggregator, id), ".case-map", 1);
            times.load("#/alerts", "#stage h1", 1);
            times.inputs(id);
            new PageMemory(browser, aggregator.address()).watch("#/", minutes);
        } finally {
            feed.shutdownNow();
        }
    }

    private static long counted(AggregatorProcess aggregator) {
        long sum = 0;
        for (JsonNode overview : aggregator.json("/api/overview")) {
            sum += overview.path("explanations").asLong();
        }
        return sum;
    }

    private static String newest(AggregatorProcess aggregator, String id) {
        return aggregator
                .json("/api/models/" + id)
                .at("/newest/0/explanationId")
                .asText();
    }

    static void say(String line, Object... values) {
        System.out.printf(line + "%n", values);
    }
}
