package io.limen.aggregator.rehearsal;

import io.limen.schemas.Topic;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A Kafka broker on loopback that can go away and come back with its records, as a broker in the field does. */
public final class RehearsalBroker implements AutoCloseable {

    private final Path folder;
    private final int port;
    private final int controllerPort;
    private KafkaRaftServer server;

    /** Prepares a broker that keeps its records in the folder; it does not run yet. */
    public RehearsalBroker(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        this.controllerPort = freePort();
    }

    /** A port that nothing listens on. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Where clients find it. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Starts it, with the records it had. */
    public void start() throws Exception {
        if (!Files.exists(folder.resolve("meta.properties"))) {
            format();
        }
        server = new KafkaRaftServer(new KafkaConfig(properties(), false), Time.SYSTEM);
        server.startup();
    }

    /** Creates the topics that the aggregator needs. */
    public void createTopics() throws Exception {
        List<NewTopic> topics = Arrays.stream(Topic.values())
                .map(topic ->
                        new NewTopic(topic.topicName(), Topic.PARTITIONS, (short) 1).configs(topic.configuration()))
                .toList();
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers()))) {
            admin.createTopics(topics).all().get();
        }
    }

    @Override
    public void close() {
        goAway();
    }

    /** Stops it; its records stay, and {@link #start} brings it back. */
    public void goAway() {
        server.shutdown();
        server.awaitShutdown();
    }

    private void format() throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(1)
                .setClusterId(Uuid.randomUuid().toString())
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(folder.toString())
                .setDirectories(List.of(folder.toString()))
                .setHasDynamicQuorum(false)
                .run();
    }

    private Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", "1");
        properties.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        properties.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("log.dirs", folder.toString());
        properties.put("auto.create.topics.enable", "false");
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("log.cleaner.dedupe.buffer.size", "4194304");
        for (String topic : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            properties.put(topic + ".replication.factor", "1");
            properties.put(topic + ".num.partitions", "4");
        }
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        return properties;
    }
}
