package io.limen.aggregator.adapter.dashboard.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.schemas.AuditEntry;
import io.limen.schemas.AuditOutcome;
import io.limen.schemas.AuditRole;
import io.limen.schemas.DriftCommand;
import io.limen.schemas.DriftCommandKind;
import io.limen.schemas.SingleObjectSerde;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class CommandPublisherTest {

    private final List<MockProducer<String, byte[]>> made = new ArrayList<>();
    private RuntimeException commitFault;
    private int timeouts;
    private final CommandPublisher publisher = new CommandPublisher(this::producer);

    private Producer<String, byte[]> producer() {
        MockProducer<String, byte[]> producer =
                new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()) {
                    @Override
                    public void commitTransaction() {
                        if (timeouts-- > 0) {
                            throw new TimeoutException("no answer yet");
                        }
                        super.commitTransaction();
                    }
                };
        producer.commitTransactionException = commitFault;
        made.add(producer);
        return producer;
    }

    private static DriftCommand command() {
        return DriftCommand.newBuilder()
                .setCommandId("c-1")
                .setKind(DriftCommandKind.PIN_REFERENCE)
                .setModel("unet")
                .setModelVersion("1")
                .setAt(Instant.EPOCH)
                .build();
    }

    private static AuditEntry entry() {
        return AuditEntry.newBuilder()
                .setRequestId("r-1")
                .setAt(Instant.EPOCH)
                .setWho("grace")
                .setRole(AuditRole.OPERATOR)
                .setAddress("192.0.2.7")
                .setMethod("POST")
                .setPath("/api/models/unet@1/reference")
                .setCommandId("c-1")
                .setOutcome(AuditOutcome.ACCEPTED)
                .setStatus(202)
                .build();
    }

    @Test
    void theCommandAndWhoSaidItAreCommittedTogether() throws Exception {
        assertTrue(publisher.send(command(), entry()));

        MockProducer<String, byte[]> producer = made.get(0);
        assertTrue(producer.transactionCommitted());
        assertEquals(
                List.of("audit-log", "drift-commands"),
                producer.history().stream().map(record -> record.topic()).toList());
        assertEquals(
                List.of("unet@1", "unet@1"),
                producer.history().stream().map(record -> record.key()).toList());
        assertEquals(
                entry(),
                SingleObjectSerde.auditEntry().decode(producer.history().get(0).value()));
    }

    @Test
    void oneProducerTakesAll() throws Exception {
        publisher.send(command(), entry());
        publisher.send(command(), entry());

        assertEquals(1, made.size());
        assertEquals(4, made.get(0).history().size());
    }

    /** As it can't be taken back, it is asked for again. */
    @Test
    void aCommitWithoutAnAnswerIsAskedForAgain() throws Exception {
        timeouts = 2;
        assertTrue(publisher.send(command(), entry()));
        assertTrue(made.get(0).transactionCommitted());
        assertEquals(1, made.size());
    }

    @Test
    void whatTheBrokerDoesNotConfirmIsGivenUpAsAWholeAndTheNextConnectsAnew() throws Exception {
        commitFault = new ProducerFencedException("another took over");
        assertFalse(publisher.send(command(), entry()));
        assertTrue(made.get(0).transactionAborted());
        assertTrue(made.get(0).history().isEmpty());
        assertTrue(made.get(0).closed());

        commitFault = null;
        assertTrue(publisher.send(command(), entry()));
        assertEquals(2, made.size());
    }
}
