package io.limen.quickstart.adapter.broker;

import io.limen.schemas.setup.TopicSetup;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A Kafka broker (KRaft) in this process, on loopback. Its log folder is the caller's: after {@link #close()} nothing
 * writes to it.
 */
public final class EmbeddedBroker implements AutoCloseable {

    /** What Kafka writes into a folder that it has formatted. */
    private static final String FORMATTED = "meta.properties";

    private final BrokerConfiguration configuration;
    private final KafkaRaftServer server;

    private EmbeddedBroker(BrokerConfiguration configuration, KafkaRaftServer server) {
        this.configuration = configuration;
        this.server = server;
    }

    /**
     * Starts a broker that takes requests when this returns, in a folder that it formats, or goes on where another has stopped.
     *
     * @param logFolder empty, absent, or left by a broker that has been closed
     * @param brokerPort a free port for clients
     * @param controllerPort another free port
     */
    public static EmbeddedBroker start(Path logFolder, int brokerPort, int controllerPort) {
        return start(logFolder, brokerPort, controllerPort, Map.of());
    }

    /** The same, with settings beside the usual ones or in their place. */
    static EmbeddedBroker start(Path logFolder, int brokerPort, int controllerPort, Map<String, String> settings) {
        BrokerConfiguration configuration = new BrokerConfiguration(brokerPort, controllerPort, logFolder);
        Map<String, String> properties = configuration.properties();
        properties.putAll(settings);
        if (!Files.exists(logFolder.resolve(FORMATTED))) {
            format(logFolder);
        }
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        server.startup();
        return new EmbeddedBroker(configuration, server);
    }

    private static void format(Path logFolder) {
        Formatter formatter = new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(BrokerConfiguration.NODE_ID)
                .setClusterId(Uuid.randomUuid().toString())
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setControllerListenerName(BrokerConfiguration.CONTROLLER_LISTENER)
                .setMetadataLogDirectory(logFolder.toString())
                .setDirectories(List.of(logFolder.toString()))
                .setHasDynamicQuorum(false);
        try {
            formatter.run();
        } catch (Exception e) {
            throw new KafkaException("cannot format the broker's folder " + logFolder, e);
        }
    }

    /** Where clients find it, {@code host:port}. */
    public String bootstrapServers() {
        return configuration.bootstrapServers();
    }

    /** Creates every topic of the catalogue that is not there yet, and waits until the broker has them. */
    public void createTopics() {
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) bootstrapServers()))) {
            TopicSetup.createMissing(admin);
        }
    }

    /** Stops the broker and waits until it has stopped. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
