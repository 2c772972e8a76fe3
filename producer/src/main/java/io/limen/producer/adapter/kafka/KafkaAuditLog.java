package io.limen.producer.adapter.kafka;

import io.limen.producer.application.AuditLog;
import io.limen.producer.application.PublishRun;
import io.limen.schemas.AuditEntry;
import io.limen.schemas.Topic;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** The audit log's topic; key: the model, none where there are several. */
public final class KafkaAuditLog implements AuditLog {

    private final Producer<String, AuditEntry> producer;

    /** Appends with a producer that somebody else closes. */
    public KafkaAuditLog(Producer<String, AuditEntry> producer) {
        this.producer = Objects.requireNonNull(producer, "producer");
    }

    @Override
    public Optional<String> append(PublishRun run) {
        String key = run.models().size() == 1 ? run.models().get(0).toString() : null;
        var message = new ProducerRecord<>(Topic.AUDIT_LOG.topicName(), key, AuditEntryMapper.toRecord(run));
        try {
            producer.send(message).get(BrokerConnection.ENTRY_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(told(e.getCause()));
        } catch (TimeoutException | KafkaException | IllegalStateException e) {
            return Optional.of(told(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(told(e));
        }
    }

    private static String told(Throwable fault) {
        boolean noAnswer =
                fault instanceof TimeoutException || fault instanceof org.apache.kafka.common.errors.TimeoutException;
        String reason = noAnswer ? "the broker gives no answer in time" : String.valueOf(fault.getMessage());
        return "this run is not in the audit log: " + reason;
    }
}
