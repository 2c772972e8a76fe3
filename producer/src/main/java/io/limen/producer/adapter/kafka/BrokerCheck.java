package io.limen.producer.adapter.kafka;

import io.limen.producer.application.BadInput;
import io.limen.schemas.BrokerSecurity;
import io.limen.schemas.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthenticationException;

/**
 * Whether there is a broker that lets us write cases and the record of who published them. Before the first case: nobody
 * publishes and learns afterwards that it could not be put on record.
 */
final class BrokerCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private BrokerCheck() {}

    /** Something to be sure of. */
    private interface Look {
        void at(Admin admin, Set<String> topics) throws InterruptedException, ExecutionException;
    }

    /** Checks that cases and the record of who published them can be written. */
    static void checkWriting(String bootstrap, BrokerSecurity security) {
        look(bootstrap, security, (admin, topics) -> {
            checkResults(bootstrap, admin, topics);
            checkAuditLog(bootstrap, admin, topics);
        });
    }

    /** Checks that there are explanations to read. */
    static void checkReading(String bootstrap, BrokerSecurity security) {
        String topic = Topic.ATTRIBUTIONS.topicName();
        look(bootstrap, security, (admin, topics) -> {
            if (!topics.contains(topic)) {
                throw new BadInput("the broker at " + bootstrap + " has no topic " + topic + " that we may read");
            }
        });
    }

    private static void look(String bootstrap, BrokerSecurity security, Look look) {
        int patienceMillis = (int) PATIENCE.toMillis();
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                AdminClientConfig.CLIENT_ID_CONFIG, "limen-producer-check",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, patienceMillis,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patienceMillis);
        try (Admin admin = Admin.create(security.on(settings))) {
            // a broker lists no topic that we may do nothing with
            look.at(admin, admin.listTopics().names().get());
        } catch (KafkaException e) {
            throw new BadInput("not the address of a Kafka broker (HOST:PORT of a host that is known): " + bootstrap);
        } catch (ExecutionException e) {
            throw new BadInput(
                    e.getCause() instanceof AuthenticationException
                            ? "the broker at " + bootstrap + " does not let us in (--kafka-config)"
                            : "no Kafka broker answers at " + bootstrap);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BadInput("interrupted while connecting to " + bootstrap);
        }
    }

    private static void checkResults(String bootstrap, Admin admin, Set<String> topics)
            throws InterruptedException, ExecutionException {
        String topic = Topic.SEGMENTATION_RESULTS.topicName();
        if (!topics.contains(topic)) {
            throw new BadInput("the broker at " + bootstrap + " has no topic " + topic
                    + "; start Limen's services first, or create it with " + Topic.PARTITIONS + " partitions");
        }
        if (!mayWrite(admin, topic)) {
            throw new BadInput("the broker at " + bootstrap + " does not let us write to " + topic);
        }
    }

    private static void checkAuditLog(String bootstrap, Admin admin, Set<String> topics)
            throws InterruptedException, ExecutionException {
        String topic = Topic.AUDIT_LOG.topicName();
        if (!topics.contains(topic) || !mayWrite(admin, topic)) {
            throw new BadInput("the broker at " + bootstrap + " has no topic " + topic
                    + " or does not let us write to it, and nothing is published that is not recorded there");
        }
    }

    private static boolean mayWrite(Admin admin, String topic) throws InterruptedException, ExecutionException {
        TopicDescription described = admin.describeTopics(
                        List.of(topic), new DescribeTopicsOptions().includeAuthorizedOperations(true))
                .allTopicNames()
                .get()
                .get(topic);
        Set<AclOperation> allowed = described.authorizedOperations();
        return allowed == null || allowed.contains(AclOperation.WRITE);
    }
}
