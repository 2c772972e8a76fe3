package io.limen.explainer.adapter.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokerWatchTest {

    private static List<String> obstaclesWith(String bootstrapServers, Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("bootstrap.servers", bootstrapServers);
        try (BrokerWatch watch = new BrokerWatch(bootstrapServers, List.of(), () -> Admin.create(all))) {
            watch.ask();
            return watch.obstacles();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "security.protocol=SSL | ssl.truststore.location=/nowhere/trusted.p12",
                "security.protocol=SASL_PLAINTEXT | sasl.mechanism=PLAIN",
                "security.protocol=SASL_PLAINTEXT | sasl.jaas.config=Login required password=a guess;"
            })
    void settingsThatNoClientCanBeMadeOfAreNotTakenForABrokerThatIsAway(String protocol, String setting) {
        Map<String, Object> settings = new HashMap<>();
        for (String line : List.of(protocol, setting)) {
            settings.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
        }
        assertEquals(
                List.of("no client can be made as the file of limen.kafka.security says"),
                obstaclesWith("localhost:9", settings));
    }

    @Test
    void aNameThatCantBeResolvedYetIsABrokerThatIsAway() {
        assertEquals(
                List.of("no answer from a broker at nowhere.invalid:9092"),
                obstaclesWith("nowhere.invalid:9092", Map.of()));
    }

    private static List<String> obstaclesAfter(Exception answer) {
        BrokerRequirement requirement = admin -> {
            throw new ExecutionException(answer);
        };
        try (BrokerWatch watch = new BrokerWatch(
                "kafka:9092",
                List.of(requirement),
                () -> Admin.create(Map.<String, Object>of("bootstrap.servers", "localhost:9")))) {
            watch.ask();
            return watch.obstacles();
        }
    }

    @Test
    void aBrokerThatIsAwayIsTold() {
        assertEquals(
                List.of("no answer from a broker at kafka:9092"), obstaclesAfter(new TimeoutException("no answer")));
    }

    @Test
    void aBrokerThatDoesNotLetUsInIsNotTakenForOneThatIsAway() {
        assertEquals(
                List.of("the broker at kafka:9092 does not let us in (limen.kafka.security)"),
                obstaclesAfter(new SaslAuthenticationException("invalid credentials")));
    }

    @Test
    void whatABrokerDoesNotAllowIsNamed() {
        assertEquals(
                List.of("the broker at kafka:9092 lets us in and allows too little:"
                        + " Not authorized to access topics: [attributions]"),
                obstaclesAfter(new TopicAuthorizationException(Set.of("attributions"))));
    }
}
