package io.limen.aggregator.adapter.dashboard.alerts;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.limen.schemas.DriftState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells an Alertmanager which alerts are raised and which are over, as Prometheus does: all of them, again and again, each
 * with an end a few rounds ahead. So nothing is lost when either side restarts, a missed round is made up by the next one, and
 * several instances may all tell it: it knows an alert by its labels.
 */
public final class Alertmanager implements Runnable {

    /** How often the alerts are told. */
    public static final Duration EVERY = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Alertmanager.class);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    /** An alert that nobody tells any more ends by itself: Limen itself is then what is broken. */
    private static final Duration HOLDS = Duration.ofMinutes(5);

    /** So long an alert that is over is told to be so. */
    private static final Duration TOLD_AFTERWARDS = Duration.ofMinutes(15);

    private static final int OK_FROM = 200;
    private static final int OK_TO = 299;

    private final URI endpoint;
    private final AlertBook book;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final HttpClient client;
    private final Map<String, Instant> overSince = new TreeMap<>();
    private final Set<String> toldAsRaised = new HashSet<>();
    private boolean failing;

    /**
     * Says nothing until it is run.
     *
     * @param url of the Alertmanager, without its path, see {@link #address}
     */
    public Alertmanager(URI url, AlertBook book, ObjectMapper json, InstantSource clock) {
        this.endpoint = URI.create(url.toString().replaceAll("/+$", "") + "/api/v2/alerts");
        this.book = book;
        this.json = json;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .connectTimeout(ANSWER_WITHIN)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * The address that a text names.
     *
     * @throws IllegalArgumentException if it is no http or https address, or has a name and password, which nobody would be told
     */
    public static URI address(String text) {
        URI url = URI.create(text.strip());
        boolean http = Set.of("http", "https").contains(String.valueOf(url.getScheme()));
        if (!http || url.getHost() == null || url.getUserInfo() != null) {
            throw new IllegalArgumentException("not the address of an Alertmanager");
        }
        return url;
    }

    /** Tells all alerts once, or none while the topic is still being read from its beginning; a failure is logged once until it works again, and made up by the next round. */
    @Override
    public void run() {
        if (!book.isRead()) {
            return;
        }
        try {
            List<Map<String, Object>> told = told();
            if (!told.isEmpty()) {
                send(json.writeValueAsString(told));
            }
        } catch (IOException | RuntimeException e) {
            // a round that throws would be the last one
            failed(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Map<String, Object>> told() {
        Instant now = clock.instant();
        return book.all().stream()
                .filter(alert -> isRaised(alert) || isJustOver(alert, now))
                .map(alert -> told(alert, now))
                .toList();
    }

    private static boolean isRaised(AlertView alert) {
        return alert.state().equals(DriftState.ALERT.name());
    }

    /** Only what was told as raised, by the clock since it was first seen to be over: its own times are event times. */
    private boolean isJustOver(AlertView alert, Instant now) {
        return alert.state().equals(DriftState.CLEARED.name())
                && toldAsRaised.contains(alert.id())
                && overSince
                        .computeIfAbsent(alert.id(), id -> now)
                        .plus(TOLD_AFTERWARDS)
                        .isAfter(now);
    }

    private Map<String, Object> told(AlertView alert, Instant now) {
        if (isRaised(alert)) {
            toldAsRaised.add(alert.id());
            overSince.remove(alert.id());
        }
        // event times are the senders': Alertmanager refuses all alerts of a round for one that begins after its end
        Instant began = alert.onset().isAfter(now) ? now : alert.onset();
        return Map.of(
                "labels",
                Map.of(
                        "alertname", "LimenPerceptionDrift",
                        "severity", "warning",
                        "model", alert.model(),
                        "site", alert.site(),
                        "reference_mode", alert.referenceMode(),
                        "alert_id", alert.id()),
                "annotations",
                Map.of(
                        "summary", alert.summary(),
                        "feature", alert.feature(),
                        "acknowledged_by",
                                alert.acknowledgement() == null
                                        ? ""
                                        : alert.acknowledgement().by()),
                "startsAt",
                (began.isBefore(Instant.EPOCH) ? Instant.EPOCH : began).toString(),
                "endsAt",
                (isRaised(alert) ? now.plus(HOLDS) : overSince.get(alert.id())).toString());
    }

    private void send(String body) throws IOException, InterruptedException {
        HttpResponse<Void> answer = client.send(
                HttpRequest.newBuilder(endpoint)
                        .timeout(ANSWER_WITHIN)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() < OK_FROM || answer.statusCode() > OK_TO) {
            failed("HTTP " + answer.statusCode());
        } else if (failing) {
            failing = false;
            LOG.info("Alertmanager takes alerts again");
        }
    }

    private void failed(String why) {
        if (!failing) {
            LOG.warn("Alertmanager did not take the alerts, trying again every {}: {}", EVERY, why);
        }
        failing = true;
    }
}
