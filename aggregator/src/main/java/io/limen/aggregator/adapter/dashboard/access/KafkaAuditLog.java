package io.limen.aggregator.adapter.dashboard.access;

import io.limen.schemas.AuditEntry;
import io.limen.schemas.ModelKey;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The audit log's topic. Used by one thread. */
public final class KafkaAuditLog implements AuditTrail.Log, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaAuditLog.class);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    private final Supplier<Producer<String, byte[]>> producers;
    private final SingleObjectSerde<AuditEntry> serde = SingleObjectSerde.auditEntry();
    private Producer<String, byte[]> producer;
    private boolean broken;

    /**
     * Connects with the first entry.
     *
     * @param producers makes a producer that waits for all replicas
     */
    public KafkaAuditLog(Supplier<Producer<String, byte[]>> producers) {
        this.producers = producers;
    }

    @Override
    public boolean append(AuditEntry entry) throws InterruptedException {
        String key =
                entry.getModel() == null ? null : new ModelKey(entry.getModel(), entry.getModelVersion()).toString();
        try {
            connected()
                    .send(new ProducerRecord<>(Topic.AUDIT_LOG.topicName(), key, serde.encode(entry)))
                    .get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            broken = false;
            return true;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            if (!broken) {
                LOG.warn("Refused attempts to change something can't be recorded now: {}", e.toString());
            }
            broken = true;
            return false;
        }
    }

    private synchronized Producer<String, byte[]> connected() {
        if (producer == null) {
            producer = producers.get();
        }
        return producer;
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(1));
        }
    }
}
