package io.limen.explainer.adapter.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

class BrokerWatchTest {

    private static List<String> obstaclesAfter(Exception answer) {
        BrokerRequirement requirement = admin -> {
            throw new ExecutionException(answer);
        };
        try (BrokerWatch watch = new BrokerWatch("kafka:9092", List.of(requirement), () -> null)) {
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
