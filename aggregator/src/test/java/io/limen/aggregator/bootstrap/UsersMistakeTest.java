package io.limen.aggregator.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.BindException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UsersMistakeTest {

    @Test
    void mistakeIsFoundBelowWhatTheContainerMakesOfItAndIsOneLine() {
        RuntimeException failure = new RuntimeException("bean", new ConfigurationException("limen.access:\n  both"));

        assertEquals(Optional.of("limen.access: both"), AggregatorService.mistake(failure));
    }

    @Test
    void aPortThatIsTakenIsOne() {
        String line = AggregatorService.mistake(
                        new RuntimeException(new QuarkusBindException("localhost", 8080, new BindException("in use"))))
                .orElseThrow();

        assertTrue(line.contains("8080"), line);
    }

    @Test
    void otherFailureIsNoMistakeOfTheUser() {
        assertEquals(Optional.empty(), AggregatorService.mistake(new IllegalStateException("disk")));
        assertEquals(Optional.empty(), AggregatorService.mistake(null));
    }
}
