package io.limen.producer.adapter.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limen.producer.application.PublishReport;
import io.limen.producer.application.PublishReport.End;
import io.limen.producer.application.PublishRun;
import io.limen.producer.domain.deployment.ModelVersion;
import io.limen.schemas.AuditEntry;
import io.limen.schemas.AuditOutcome;
import io.limen.schemas.SingleObjectSerde;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class KafkaAuditLogTest {

    private final MockProducer<String, AuditEntry> broker = new MockProducer<>(
            true, null, new StringSerializer(), SingleObjectSerde.auditEntry().serializer());
    private final KafkaAuditLog log = new KafkaAuditLog(broker);

    private static PublishRun run(PublishReport report) {
        return new PublishRun(
                "run-1",
                "ada",
                Instant.EPOCH,
                List.of(new ModelVersion("unet", "1")),
                new TreeSet<>(List.of("folder")),
                report);
    }

    private AuditOutcome outcome(PublishReport report) {
        log.append(run(report));
        return broker.history().get(broker.history().size() - 1).value().getOutcome();
    }

    @Test
    void onlyARunThatPublishedEverythingIsAccepted() {
        Duration second = Duration.ofSeconds(1);
        assertEquals(AuditOutcome.ACCEPTED, outcome(new PublishReport(2, 0, 2, 0, 0, second, End.COMPLETE)));
        assertEquals(AuditOutcome.FAILED, outcome(new PublishReport(2, 0, 1, 0, 1, second, End.COMPLETE)));
        assertEquals(AuditOutcome.FAILED, outcome(new PublishReport(2, 0, 1, 0, 0, second, End.INTERRUPTED)));
        assertEquals(
                Instant.EPOCH.plusSeconds(1), broker.history().get(0).value().getAt());
    }

    @Test
    void aBrokerThatDoesNotTakeItIsALine() {
        PublishRun run = run(new PublishReport(1, 0, 1, 0, 0, Duration.ZERO, End.COMPLETE));

        broker.sendException = new TopicAuthorizationException("Not authorized to access topics: [audit-log]");
        assertEquals(
                Optional.of("this run is not in the audit log: Not authorized to access topics: [audit-log]"),
                log.append(run));
        broker.sendException = new TimeoutException("a line of Kafka's");
        assertEquals(
                Optional.of("this run is not in the audit log: the broker gives no answer in time"), log.append(run));
    }
}
