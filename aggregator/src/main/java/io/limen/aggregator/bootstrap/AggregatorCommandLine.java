package io.limen.aggregator.bootstrap;

import io.limen.aggregator.adapter.cli.LimenCommand;
import io.limen.aggregator.adapter.cli.ReportCommand;
import io.limen.aggregator.adapter.report.ReportFiles;
import io.limen.aggregator.adapter.retained.KafkaRetainedRecords;
import io.limen.aggregator.application.report.RetainedRecords;
import io.limen.schemas.BrokerSecurity;
import io.limen.schemas.registry.RecordFraming;
import io.limen.schemas.registry.RegistryAccess;
import io.limen.schemas.registry.RegistryException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import picocli.CommandLine;

/** The aggregator's commands as a plain process, without the service around them. */
public final class AggregatorCommandLine {

    /** A broker that does not answer for so long is not there. */
    private static final int PATIENCE_MILLIS = 15_000;

    /** Kept, for a logger that nobody holds is forgotten with its level. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private AggregatorCommandLine() {}

    /** Runs the command that the arguments name and ends the process with its exit code. */
    public static void main(String[] arguments) {
        KAFKA.setLevel(Level.OFF);
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        CommandLine command = LimenCommand.commandLine(new ReportCommand(
                AggregatorCommandLine::open,
                new ReportFiles(System.getProperty("limen.version", "of unknown version")),
                InstantSource.system()));
        try {
            return command.execute(arguments);
        } catch (OutOfMemoryError e) {
            command.getErr().println("limen report: out of memory; --most holds fewer explanations");
            return 1;
        }
    }

    private static RetainedRecords open(ReportCommand.Brokers brokers) throws IOException {
        RecordFraming framing = framing(brokers);
        try {
            Map<String, Object> settings = new HashMap<>(Map.of(
                    ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    brokers.bootstrap(),
                    ConsumerConfig.CLIENT_ID_CONFIG,
                    "limen-report",
                    ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                    "read_committed",
                    ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                    "earliest",
                    ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                    PATIENCE_MILLIS,
                    ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                    PATIENCE_MILLIS,
                    ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                    false));
            KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                    BrokerSecurity.of(brokers.security()).on(settings),
                    new ByteArrayDeserializer(),
                    framing.deserializer());
            return new KafkaRetainedRecords(() -> consumer);
        } catch (BrokerSecurity.UnusableException e) {
            throw new IOException("--security: " + e.getMessage(), e);
        } catch (KafkaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IOException("--bootstrap or --security: " + cause.getMessage(), e);
        }
    }

    private static RecordFraming framing(ReportCommand.Brokers brokers) throws IOException {
        try {
            return RecordFraming.reading(RegistryAccess.of(brokers.schemaRegistry(), brokers.registryAuthorization()));
        } catch (RegistryAccess.UnusableException | RegistryException e) {
            throw new IOException("--schema-registry: " + e.getMessage(), e);
        }
    }
}
