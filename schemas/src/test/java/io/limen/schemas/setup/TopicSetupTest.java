package io.limen.schemas.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicSetupTest {

    @Test
    void securityThatCannotBeReadIsTheUsersMistake() {
        assertEquals(2, TopicSetup.run(Map.of("LIMEN_KAFKA_SECURITY", "/no/such/client.properties")));
    }

    @Test
    void addressThatIsNoneEndsIt() {
        assertEquals(1, TopicSetup.run(Map.of("LIMEN_KAFKA_BOOTSTRAP_SERVERS", "no address")));
    }
}
