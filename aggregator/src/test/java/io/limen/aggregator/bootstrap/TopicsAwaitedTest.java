package io.limen.aggregator.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class TopicsAwaitedTest {

    @Test
    void brokerThatDoesNotLetUsInIsNotTakenForOneThatIsAway() {
        assertEquals(
                "the Kafka broker at kafka:9092 does not let us in (limen.kafka.security)",
                TopicsAwaited.unanswered("kafka:9092", new SaslAuthenticationException("invalid credentials")));
        assertEquals(
                "no Kafka broker answers at kafka:9092",
                TopicsAwaited.unanswered("kafka:9092", new TimeoutException("no answer")));
    }
}
