package io.limen.explainer.adapter.kafka;

import io.limen.schemas.Topic;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A Kafka broker on loopback, whose topics have two partitions and whose share groups may lock for a second. */
final class TestBroker implements AutoCloseable {

    static final int PARTITIONS = 2;

    /** Where a batch's header has its length, bytes; the length counts from the end of itself. */
    private static final int BATCH_LENGTH = 8;

    private static final int BATCH_OVERHEAD = 12;
    private static final int LAST_OFFSET_DELTA = 23;

    private final KafkaRaftServer server;
    private final String bootstrapServers;
    private final Admin admin;
    private final Path folder;

    private TestBroker(KafkaRaftServer server, String bootstrapServers, Path folder) {
        this.folder = folder;
        this.server = server;
        this.bootstrapServers = bootstrapServers;
        this.admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers));
    }

    /** With share groups, as it comes. */
    static TestBroker start(Path folder) throws Exception {
        return start(folder, (short) 1);
    }

    /** @param shareVersion level of the feature, 0 for a broker without share groups */
    static TestBroker start(Path folder, short shareVersion) throws Exception {
        int port = freePort();
        int controllerPort = freePort();
        Formatter formatter = new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(1)
                .setClusterId(Uuid.randomUuid().toString())
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setFeatureLevel("share.version", shareVersion)
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(folder.toString())
                .setDirectories(List.of(folder.toString()))
                .setHasDynamicQuorum(false);
        formatter.run();
        KafkaRaftServer server =
                new KafkaRaftServer(new KafkaConfig(properties(folder, port, controllerPort), false), Time.SYSTEM);
        server.startup();
        TestBroker broker = new TestBroker(server, "127.0.0.1:" + port, folder);
        broker.admin
                .createTopics(Arrays.stream(Topic.values())
                        .map(topic -> new NewTopic(topic.topicName(), PARTITIONS, (short) 1))
                        .toList())
                .all()
                .get();
        return broker;
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    Admin admin() {
        return admin;
    }

    /** Changes a byte of the record's value where it lies on the disk, so that its batch has the wrong checksum. */
    void damage(ConsumerRecord<byte[], byte[]> victim) throws IOException {
        Path segments = folder.resolve(victim.topic() + "-" + victim.partition());
        try (FileChannel log = FileChannel.open(
                segments.resolve("00000000000000000000.log"), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer all = ByteBuffer.allocate((int) log.size());
            log.read(all, 0);
            all.flip();
            int begin = 0;
            while (all.getLong(begin) + all.getInt(begin + LAST_OFFSET_DELTA) < victim.offset()) {
                begin += BATCH_OVERHEAD + all.getInt(begin + BATCH_LENGTH);
            }
            int last = begin + BATCH_OVERHEAD + all.getInt(begin + BATCH_LENGTH) - 1;
            log.write(ByteBuffer.wrap(new byte[] {(byte) ~all.get(last)}), last);
        }
    }

    @Override
    public void close() {
        admin.close();
        server.shutdown();
        server.awaitShutdown();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Map<String, String> properties(Path folder, int port, int controllerPort) {
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
        // a member hears of its partitions with the heartbeat after the one that it joins with
        properties.put("group.share.min.heartbeat.interval.ms", "500");
        properties.put("group.share.heartbeat.interval.ms", "500");
        properties.put("group.share.min.record.lock.duration.ms", "1000");
        properties.put("group.share.record.lock.duration.ms", "1500");
        for (String topic : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            properties.put(topic + ".replication.factor", "1");
            properties.put(topic + ".num.partitions", "2");
        }
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        return properties;
    }
}
