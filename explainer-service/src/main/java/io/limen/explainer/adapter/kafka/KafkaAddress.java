package io.limen.explainer.adapter.kafka;

import io.limen.schemas.BrokerSecurity;
import io.limen.schemas.registry.AwaitedFraming;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Where the brokers are and how this service talks to them; every other setting has a reason and no key.
 *
 * @param bootstrapServers host:port, comma-separated
 * @param security how they let this service in
 * @param framing what comes before a record; clients that read or write records can't be made before it is known
 * @param group the group that the workers are members of
 * @param longestCase the longest that one case may take, waiting for its turn and publishing included: one that takes longer
 *     is thought stuck and given to another
 */
public record KafkaAddress(
        String bootstrapServers, BrokerSecurity security, AwaitedFraming framing, String group, Duration longestCase) {

    /** A request that takes longer than this meets a broker that is away: short, for our own retries say so in health. */
    private static final String REQUEST_TIMEOUT_MILLIS = "10000";

    /** The client's own retries of one record, before ours take over. */
    private static final String DELIVERY_TIMEOUT_MILLIS = "20000";

    /** Long enough for a machine under load, short enough for health to follow. */
    private static final String ANSWER_TIMEOUT_MILLIS = "4000";

    /** A record is refused by the broker's limit, which an operator can see and raise, not by the client's. */
    private static final String MAX_REQUEST_BYTES = String.valueOf(4 * 1024 * 1024);

    /** For a member of a consumer group, on whatever broker. */
    Properties groupMember() {
        Properties properties = oneCaseAtATime();
        properties.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
        // partitions that stay where they are go on being worked on while others move
        properties.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return properties;
    }

    /** For a member of a share group. */
    Properties shareMember() {
        Properties properties = oneCaseAtATime();
        properties.put(ConsumerConfig.SHARE_ACKNOWLEDGEMENT_MODE_CONFIG, "explicit");
        // no record is locked but the one that is worked on: one that is fetched ahead would wait with its lock running
        // out
        properties.put(ConsumerConfig.SHARE_ACQUIRE_MODE_CONFIG, "record_limit");
        return properties;
    }

    private Properties oneCaseAtATime() {
        Properties properties = client();
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "1");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MILLIS);
        return properties;
    }

    Properties producer() {
        Properties properties = client();
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, "0");
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MILLIS);
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
        return properties;
    }

    /** For the watch, which asks often and must not pile up questions. */
    Map<String, Object> admin() {
        return security.on(Map.of(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_TIMEOUT_MILLIS,
                CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_TIMEOUT_MILLIS));
    }

    private Properties client() {
        Properties properties = new Properties();
        properties.putAll(security.on(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers)));
        properties.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
        properties.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, "2000");
        return properties;
    }
}
