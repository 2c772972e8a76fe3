package io.limen.producer.adapter.kafka;

import io.limen.producer.application.AuditLog;
import io.limen.producer.application.BadInput;
import io.limen.producer.application.Delivery;
import io.limen.producer.application.PublishRun;
import io.limen.producer.application.SegmentationResults;
import io.limen.producer.domain.result.SegmentedCase;
import io.opentelemetry.api.trace.Tracer;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Brokers that may not be there yet: until they are, cases are told lost and records are not in the log. */
public final class AwaitedBroker implements SegmentationResults, AuditLog, AutoCloseable {

    private static final String NONE_YET = "no broker lets us write yet";

    private final Supplier<BrokerConnection> connect;
    private final Tracer tracer;
    private final Object connecting = new Object();
    private volatile Link link;
    private boolean closed;

    /**
     * @param connect connects, or throws {@link BadInput}
     * @param tracer begins the trace of each case
     */
    public AwaitedBroker(Supplier<BrokerConnection> connect, Tracer tracer) {
        this.connect = Objects.requireNonNull(connect, "connect");
        this.tracer = Objects.requireNonNull(tracer, "tracer");
    }

    private record Link(BrokerConnection connection, SegmentationResults results, AuditLog log) {}

    /**
     * Connects unless it has. {@link #close()} does not wait for it: a schema registry may take its time for each of dozens of
     * answers.
     *
     * @return one line that says why it could not; empty when it is connected
     */
    public Optional<String> reach() {
        synchronized (connecting) {
            if (link != null) {
                return Optional.empty();
            }
            try {
                return taken(connect.get());
            } catch (BadInput e) {
                return Optional.of(e.getMessage());
            }
        }
    }

    private synchronized Optional<String> taken(BrokerConnection connection) {
        if (closed) {
            connection.close();
            return Optional.of("closed before a broker was reached");
        }
        link = new Link(
                connection,
                new KafkaSegmentationResults(connection.results(), tracer),
                new KafkaAuditLog(connection.audit()));
        return Optional.empty();
    }

    /** Whether brokers have let us write. */
    public boolean isReached() {
        return link != null;
    }

    @Override
    public void publish(SegmentedCase segmentedCase, Consumer<Delivery> told) {
        Link now = link;
        if (now == null) {
            told.accept(new Delivery.BrokerLost(NONE_YET));
        } else {
            now.results().publish(segmentedCase, told);
        }
    }

    @Override
    public void flush() {
        Link now = link;
        if (now != null) {
            now.results().flush();
        }
    }

    @Override
    public Optional<String> append(PublishRun run) {
        Link now = link;
        return now == null ? Optional.of(NONE_YET) : now.log().append(run);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (link != null) {
            link.connection().close();
        }
    }
}
