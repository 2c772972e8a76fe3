package io.limen.schemas.setup;

import io.limen.schemas.BrokerSecurity;
import io.limen.schemas.Topic;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Creates the topics of the catalogue that a broker lacks, with as many replicas as the broker gives by itself, and leaves those
 * that are there as they are. Waits a minute for a broker. Exit code 0: all are there; 2: a setting can't be used; 1: anything else.
 */
public final class TopicSetup {

    private static final String USUAL_BROKER = "localhost:9092";

    private TopicSetup() {}

    /** Reads {@code LIMEN_KAFKA_BOOTSTRAP_SERVERS} and {@code LIMEN_KAFKA_SECURITY}, as the services do. */
    public static void main(String[] arguments) {
        System.exit(run(System.getenv()));
    }

    static int run(Map<String, String> environment) {
        String brokers = environment.getOrDefault("LIMEN_KAFKA_BOOTSTRAP_SERVERS", USUAL_BROKER);
        Optional<Path> security =
                Optional.ofNullable(environment.get("LIMEN_KAFKA_SECURITY")).map(Path::of);
        try (Admin admin = Admin.create(
                BrokerSecurity.of(security).on(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) brokers)))) {
            System.out.println("topics created: " + createMissing(admin));
            return 0;
        } catch (BrokerSecurity.UnusableException e) {
            System.err.println("topics: " + e.getMessage());
            return 2;
        } catch (KafkaException e) {
            System.err.println("topics: " + e.getMessage() + ": " + brokers);
            return 1;
        }
    }

    /** The names of those that were created. */
    public static List<String> createMissing(Admin admin) {
        Map<String, KafkaFuture<Void>> attempts = admin.createTopics(
                        Arrays.stream(Topic.values()).map(TopicSetup::asIs).toList())
                .values();
        return attempts.keySet().stream()
                .filter(name -> created(name, attempts.get(name)))
                .sorted()
                .toList();
    }

    private static NewTopic asIs(Topic topic) {
        return new NewTopic(topic.topicName(), Optional.of(Topic.PARTITIONS), Optional.empty())
                .configs(topic.configuration());
    }

    private static boolean created(String name, KafkaFuture<Void> attempt) {
        try {
            attempt.get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw new KafkaException(
                    "cannot create " + name + ", " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while creating " + name, e);
        }
    }
}
