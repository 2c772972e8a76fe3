package io.limen.aggregator.bootstrap;

import io.limen.schemas.Topic;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/** What must be there before the stream can start: the broker, and the topics it reads and writes. */
final class TopicsAwaited {

    private static final Set<String> NEEDED = Stream.of(
                    Topic.ATTRIBUTIONS,
                    Topic.MODEL_STATISTICS,
                    Topic.STATISTICS_HISTORY,
                    Topic.FLEET_STATISTICS,
                    Topic.DRIFT_ALERTS,
                    Topic.DRIFT_COMMANDS)
            .map(Topic::topicName)
            .collect(Collectors.toUnmodifiableSet());

    /** One try waits this long for the broker to answer. */
    private static final int ANSWER_MILLIS = 5_000;

    private final KafkaAccess access;

    TopicsAwaited(KafkaAccess access) {
        this.access = access;
    }

    /** One line that says what is missing; empty when all is there. */
    String missing() throws InterruptedException {
        try (Admin admin = Admin.create(access.client(Map.of(
                AdminClientConfig.CLIENT_ID_CONFIG, "limen-aggregator-start",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS)))) {
            Set<String> absent = new TreeSet<>(NEEDED);
            absent.removeAll(admin.listTopics().names().get(ANSWER_MILLIS, TimeUnit.MILLISECONDS));
            return absent.isEmpty() ? "" : "no topic " + String.join(", ", absent) + " at " + access.bootstrapServers();
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            return "no Kafka broker answers at " + access.bootstrapServers();
        }
    }
}
