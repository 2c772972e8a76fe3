package io.limen.aggregator.adapter.dashboard.alerts;

import io.limen.schemas.AuditEntry;
import io.limen.schemas.DriftCommand;
import io.limen.schemas.ModelKey;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what people tell the watch and who told it in one transaction: there is no command that nobody is on record for. */
public final class CommandPublisher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CommandPublisher.class);
    private static final Duration OTHERS_TAKE = Duration.ofSeconds(10);
    private static final Duration COMMITTED_WITHIN = Duration.ofSeconds(8);

    private final Supplier<Producer<String, byte[]>> producers;
    private final SingleObjectSerde<DriftCommand> commands = SingleObjectSerde.driftCommand();
    private final SingleObjectSerde<AuditEntry> entries = SingleObjectSerde.auditEntry();

    /** One transaction at a time. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private Producer<String, byte[]> producer;

    /**
     * Connects with the first command.
     *
     * @param producers makes a producer with a transactional id of its own
     */
    public CommandPublisher(Supplier<Producer<String, byte[]>> producers) {
        this.producers = producers;
    }

    /** Sends both or neither; false when the broker did not confirm it in time, and then it may still happen. */
    boolean send(DriftCommand command, AuditEntry entry) throws InterruptedException {
        if (!turn.tryLock(OTHERS_TAKE.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("A command was not sent: others wait for the broker");
            return false;
        }
        try {
            commit(command, entry);
            return true;
        } catch (KafkaException e) {
            LOG.warn("A command was not confirmed: {}", e.toString());
            discard();
            return false;
        } finally {
            turn.unlock();
        }
    }

    private void commit(DriftCommand command, AuditEntry entry) {
        String key = new ModelKey(command.getModel(), command.getModelVersion()).toString();
        Producer<String, byte[]> connected = connected();
        connected.beginTransaction();
        connected.send(new ProducerRecord<>(Topic.AUDIT_LOG.topicName(), key, entries.encode(entry)));
        connected.send(new ProducerRecord<>(Topic.DRIFT_COMMANDS.topicName(), key, commands.encode(command)));
        commitBy(connected, System.nanoTime() + COMMITTED_WITHIN.toNanos());
    }

    /** A commit that timed out may have reached the broker: it can't be taken back, only asked for again. */
    private static void commitBy(Producer<String, byte[]> connected, long deadline) {
        while (true) {
            try {
                connected.commitTransaction();
                return;
            } catch (TimeoutException e) {
                if (System.nanoTime() - deadline > 0) {
                    throw e;
                }
            }
        }
    }

    private Producer<String, byte[]> connected() {
        if (producer == null) {
            Producer<String, byte[]> made = producers.get();
            try {
                made.initTransactions();
            } catch (KafkaException e) {
                made.close(Duration.ZERO);
                throw e;
            }
            producer = made;
        }
        return producer;
    }

    /**
     * What was begun is given up where that is still possible, so that nobody who reads committed records waits for it; the next
     * command connects anew, which ends what was left open.
     */
    private void discard() {
        if (producer == null) {
            return;
        }
        try {
            producer.abortTransaction();
        } catch (KafkaException | IllegalStateException e) {
            LOG.debug("The transaction ends by itself, or was committed after all", e);
        }
        producer.close(Duration.ZERO);
        producer = null;
    }

    @Override
    public void close() {
        // who holds the turn is within a transaction, which ends by itself
        if (turn.tryLock()) {
            try {
                if (producer != null) {
                    producer.close(Duration.ofSeconds(1));
                    producer = null;
                }
            } finally {
                turn.unlock();
            }
        }
    }
}
