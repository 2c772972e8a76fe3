package io.limen.aggregator.bootstrap;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.aggregator.rehearsal.RehearsalBroker;
import io.limen.schemas.BrokerSecurity;
import io.limen.schemas.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the stream waits for, on a real broker. */
class TopicsAwaitedIT {

    private static final String COMMANDS = Topic.DRIFT_COMMANDS.topicName();

    @TempDir
    Path folder;

    @Test
    void commandsThatWouldNotReachTheirModelAreSaidWithWhatPutsThemRight() throws Exception {
        try (RehearsalBroker broker = new RehearsalBroker(folder, RehearsalBroker.freePort())) {
            broker.start();
            TopicsAwaited topics = new TopicsAwaited(new KafkaAccess(broker.bootstrapServers(), BrokerSecurity.none()));
            assertTrue(topics.missing().startsWith("no topic attributions, "));
            broker.createTopics();
            assertEquals("", topics.missing());
            try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()))) {
                admin.deleteTopics(List.of(COMMANDS)).all().get();
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> topics.missing().startsWith("no topic"));
                admin.createTopics(List.of(new NewTopic(COMMANDS, 1, (short) 1)))
                        .all()
                        .get();
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> topics.missing()
                                .endsWith("kafka-topics.sh --alter --topic drift-commands --partitions 4"));
                admin.createPartitions(Map.of(COMMANDS, NewPartitions.increaseTo(4)))
                        .all()
                        .get();
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> topics.missing().isEmpty());
            }
        }
    }
}
