package io.limen.aggregator.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.validation.constraints.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KafkaAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "localhost:9092 | true",
                "a:9092, b:9093 | true",
                "[2001:db8::1]:9092 | true",
                "SASL_SSL://kafka.example:9093 | true",
                "localhost | false",
                "localhost:port | false",
                "a:9092,b | false"
            })
    void whatKafkaTakesForAddressesIsTaken(String servers, boolean taken) throws NoSuchMethodException {
        Pattern pattern =
                AggregatorConfig.Kafka.class.getMethod("bootstrapServers").getAnnotation(Pattern.class);

        assertEquals(taken, servers.matches(pattern.regexp()));
    }
}
