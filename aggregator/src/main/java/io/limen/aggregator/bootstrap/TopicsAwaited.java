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
import org.apache.kafka.common.errors.AuthenticationException;

/** What must be there before the stream can start: the broker, and the topics it reads and writes. */
final class TopicsAwaited {

    private static final Set<String> NEEDED = Stream.of(
                    Topic.ATTRIBUTIONS,
                    Topic.MODEL_STATISTICS,
                    Topic.STATISTICS_HISTORY,
                    Topic.DRIFT_HISTORY,
                    Topic.FLEET_STATISTICS,
                    Topic.DRIFT_ALERTS,
                    Topic.DRIFT_COMMANDS,
                    Topic.AUDIT_LOG)
            .map(Topic::topicName)
            .collect(Collectors.toUnmodifiableSet());

    /** One try waits this long for the broker to answer. */
    private static final int ANSWER_MILLIS = 5_000;

    private final KafkaAccess access;

    TopicsAwaited(KafkaAccess access) {
        this.access = access;
    }

    /** One line that says what is missing, or what is wrong and how it is put right; empty when the stream can start. */
    String missing() throws InterruptedException {
        try (Admin admin = Admin.create(access.client(Map.of(
                AdminClientConfig.CLIENT_ID_CONFIG, "limen-aggregator-start",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS)))) {
            Set<String> absent = new TreeSet<>(NEEDED);
            absent.removeAll(admin.listTopics().names().get(ANSWER_MILLIS, TimeUnit.MILLISECONDS));
            return absent.isEmpty()
                    ? unequal(partitions(admin, Topic.ATTRIBUTIONS), partitions(admin, Topic.DRIFT_COMMANDS))
                    : "no topic " + String.join(", ", absent) + " at " + access.bootstrapServers();
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            return unanswered(access.bootstrapServers(), e.getCause());
        }
    }

    /** A broker that refuses us is there: who is told otherwise looks in the wrong place. */
    static String unanswered(String bootstrapServers, Throwable cause) {
        return cause instanceof AuthenticationException
                ? "the Kafka broker at " + bootstrapServers + " does not let us in (limen.kafka.security)"
                : "no Kafka broker answers at " + bootstrapServers;
    }

    /** A command reaches the instance that watches its model by the number of its partition alone. */
    private static String unequal(int attributions, int commands) {
        if (attributions == commands) {
            return "";
        }
        String where = "topic " + Topic.DRIFT_COMMANDS.topicName() + " has " + commands + " partitions and "
                + Topic.ATTRIBUTIONS.topicName() + " " + attributions + ", it takes as many: ";
        return where
                + (commands < attributions
                        ? "kafka-topics.sh --alter --topic " + Topic.DRIFT_COMMANDS.topicName() + " --partitions "
                                + attributions
                        : "delete " + Topic.DRIFT_COMMANDS.topicName() + " and create it with " + attributions);
    }

    private static int partitions(Admin admin, Topic topic)
            throws InterruptedException, ExecutionException, TimeoutException {
        return admin.describeTopics(Set.of(topic.topicName()))
                .allTopicNames()
                .get(ANSWER_MILLIS, TimeUnit.MILLISECONDS)
                .get(topic.topicName())
                .partitions()
                .size();
    }
}
