package io.limen.aggregator.bootstrap;

import io.limen.schemas.BrokerSecurity;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * Where Kafka is and how it lets this service in.
 *
 * @param bootstrapServers host:port, comma-separated
 * @param security what is shown to the brokers
 */
record KafkaAccess(String bootstrapServers, BrokerSecurity security) {

    /** @throws ConfigurationException one line, when the file with the security's settings can't be used */
    static KafkaAccess of(AggregatorConfig config) {
        try {
            return new KafkaAccess(
                    config.kafka().bootstrapServers(),
                    BrokerSecurity.of(config.kafka().security()));
        } catch (BrokerSecurity.UnusableException e) {
            throw new ConfigurationException("limen.kafka.security: " + e.getMessage(), e);
        }
    }

    /** All settings of a client that has these of its own. */
    Map<String, Object> client(Map<String, Object> own) {
        Map<String, Object> settings = new HashMap<>(own);
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return security.on(settings);
    }
}
