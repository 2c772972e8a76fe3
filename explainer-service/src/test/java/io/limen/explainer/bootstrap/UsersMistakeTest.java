package io.limen.explainer.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.BindException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UsersMistakeTest {

    @Test
    void mistakeIsFoundBelowWhatTheContainerMakesOfIt() {
        RuntimeException failure = new RuntimeException("bean", new ConfigurationException("limen.workers must be 1"));

        assertEquals(Optional.of("limen.workers must be 1"), ExplainerService.mistake(failure));
    }

    @Test
    void aPortThatIsTakenIsOne() {
        String line = ExplainerService.mistake(
                        new RuntimeException(new QuarkusBindException("localhost", 8080, new BindException("in use"))))
                .orElseThrow();

        assertTrue(line.contains("8080"), line);
    }

    @Test
    void otherFailureIsNoMistakeOfTheUser() {
        assertEquals(Optional.empty(), ExplainerService.mistake(new IllegalStateException("disk")));
        assertEquals(Optional.empty(), ExplainerService.mistake(null));
    }
}
