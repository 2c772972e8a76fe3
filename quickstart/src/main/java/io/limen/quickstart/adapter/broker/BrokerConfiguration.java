package io.limen.quickstart.adapter.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A broker for one laptop: KRaft, one node that is broker and controller, loopback only, every topic on one replica.
 *
 * @param brokerPort port of the clients
 * @param controllerPort port of the quorum of one
 * @param logFolder where records go
 */
record BrokerConfiguration(int brokerPort, int controllerPort, Path logFolder) {

    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";
    private static final String LOOPBACK = "127.0.0.1";

    /** Internal topics have 50 partitions by default, which costs seconds of start-up and buys a demo nothing. */
    private static final String INTERNAL_PARTITIONS = "4";

    /** The default of 128 MiB is allocated at once and would not fit the demo's heap. */
    private static final String CLEANER_BUFFER_BYTES = String.valueOf(4 * 1024 * 1024);

    /**
     * A worker hears of its partitions with the heartbeat after the one that it joins with: five seconds later by default,
     * which a demo of a dozen cases would be seen to wait.
     */
    private static final String SHARE_HEARTBEAT_MILLIS = "1000";

    String bootstrapServers() {
        return LOOPBACK + ":" + brokerPort;
    }

    Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", String.valueOf(NODE_ID));
        properties.put("controller.quorum.voters", NODE_ID + "@" + LOOPBACK + ":" + controllerPort);
        properties.put("controller.listener.names", CONTROLLER_LISTENER);
        properties.put(
                "listeners",
                "PLAINTEXT://" + bootstrapServers() + "," + CONTROLLER_LISTENER + "://" + LOOPBACK + ":"
                        + controllerPort);
        properties.put("advertised.listeners", "PLAINTEXT://" + bootstrapServers());
        properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("log.dirs", logFolder.toString());
        properties.put("auto.create.topics.enable", "false");
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("group.share.min.heartbeat.interval.ms", SHARE_HEARTBEAT_MILLIS);
        properties.put("group.share.heartbeat.interval.ms", SHARE_HEARTBEAT_MILLIS);
        properties.put("log.cleaner.dedupe.buffer.size", CLEANER_BUFFER_BYTES);
        properties.putAll(singleReplica());
        return properties;
    }

    private static Map<String, String> singleReplica() {
        return Map.of(
                "default.replication.factor", "1",
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", INTERNAL_PARTITIONS,
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", INTERNAL_PARTITIONS,
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", INTERNAL_PARTITIONS);
    }
}
