package io.limen.quickstart.bootstrap;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limen.schemas.Topic;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.lifecycle.Startables;

/** The whole chain in containers, with a schema registry; the images are built by {@code mvn -Pimages -DskipTests verify}. */
@Tag("containers")
@Timeout(value = 1_200, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ContainersIT {

    private static final int CASES = 10;
    private static final int AGAIN = 2;

    /** Two have been explained, so each explainer is at work on another. */
    private static final int EXPLAINED_WHEN_KILLED = 2;

    private static final Duration LIMIT = Duration.ofMinutes(5);

    @BeforeAll
    static void needsAnEngine() {
        Engine.require();
    }

    @Test
    void everyCaseIsCountedOnceThoughOneOfTwoExplainersIsKilledAtWork() throws Exception {
        try (Containers containers = new Containers()) {
            GenericContainer<?> aggregator = containers.aggregator();
            GenericContainer<?> doomed = containers.explainer(Images.explainer());
            GenericContainer<?> other = containers.explainer(Images.explainerForGpus());
            // not all at once: on two cores with cold files each would take minutes
            containers.registry().start();
            aggregator.start();
            Startables.deepStart(Stream.of(doomed, other)).get();
            try (Tally tally = new Tally(containers.bootstrapServers(), containers.framing())) {
                containers.publish(CASES);
                await().atMost(LIMIT).until(() -> tally.explained().size() >= EXPLAINED_WHEN_KILLED);
                Containers.kill(doomed);
                assertTrue(tally.finished() < CASES, "killed when all was done: " + tally);
                await().atMost(LIMIT).until(() -> tally.finished() == CASES && tally.isUpToDate());

                tally.hold("explainer's container killed", 1);
                assertEquals(CASES, tally.explained().size(), "all of them explained");
                assertEquals(CASES, counted(Containers.address(aggregator)));
                areFramedForTheRegistry(containers.bootstrapServers());

                long known = tally.known();
                containers.publish(AGAIN);
                await().atMost(LIMIT).until(() -> tally.known() == known + AGAIN);
                assertEquals(CASES, tally.counted(), "cases that come again are dropped");
                assertEquals(CASES, counted(Containers.address(aggregator)));
            }
        }
    }

    private static void areFramedForTheRegistry(String bootstrapServers) {
        for (Topic topic : List.of(Topic.SEGMENTATION_RESULTS, Topic.ATTRIBUTIONS, Topic.MODEL_STATISTICS)) {
            try (TopicTail tail = new TopicTail(bootstrapServers, topic)) {
                assertFalse(tail.records().isEmpty(), topic::topicName);
                tail.records().forEach(each -> assertEquals(0, each.value()[0], topic::topicName));
            }
        }
    }

    private static long counted(URI aggregator) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(aggregator.resolve("/api/models"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
        long counted = 0;
        for (JsonNode group : new ObjectMapper().readTree(answer.body()).findValues("groups")) {
            for (JsonNode one : group) {
                counted += one.get("explanations").asLong();
            }
        }
        return counted;
    }
}
