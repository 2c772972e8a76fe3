package io.limen.producer.bootstrap;

import io.limen.producer.adapter.cli.ProgressLines;
import io.limen.producer.adapter.kafka.BrokerConnection;
import io.limen.producer.application.Interruption;
import io.limen.producer.application.PublishCases;
import io.limen.schemas.AuditEntry;
import io.limen.schemas.SegmentationResult;
import io.limen.schemas.SingleObjectSerde;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import picocli.CommandLine;

/** The command line with a broker that takes everything, a clock that stands still and a user who may stop it. */
final class PublishingRun {

    static Interruption never() {
        return stopAfter(Integer.MAX_VALUE);
    }

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final MockProducer<String, SegmentationResult> broker = new MockProducer<>(
            true,
            null,
            new StringSerializer(),
            SingleObjectSerde.segmentationResult().serializer());
    private final MockProducer<String, AuditEntry> audit = new MockProducer<>(
            true, null, new StringSerializer(), SingleObjectSerde.auditEntry().serializer());

    private final Interruption user;

    PublishingRun() {
        this.user = never();
    }

    /** The user stops it once so many cases were waited for. */
    PublishingRun(int waits) {
        this.user = stopAfter(waits);
    }

    private static Interruption stopAfter(int waits) {
        return new Interruption() {

            private int left = waits;

            @Override
            public boolean wanted() {
                return left == 0;
            }

            @Override
            public void await(Duration duration) {
                // the clock stands still, and so does the pace
                left--;
            }
        };
    }

    int of(String... arguments) {
        PublishCases.Surroundings surroundings = new PublishCases.Surroundings(
                new ProgressLines(new PrintWriter(err), () -> Instant.EPOCH), user, () -> Instant.EPOCH);
        CommandLine command = ProducerCommandLine.command(brokers -> new BrokerConnection(broker, audit), surroundings);
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }

    List<String> out() {
        return out.toString().lines().toList();
    }

    List<String> err() {
        return err.toString().lines().toList();
    }

    List<SegmentationResult> published() {
        return broker.history().stream().map(ProducerRecord::value).toList();
    }
}
