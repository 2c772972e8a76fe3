package io.limen.explainer.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UsersMistakeTest {

    @Test
    void mistakeIsFoundBelowWhatTheContainerMakesOfIt() {
        RuntimeException failure = new RuntimeException("bean", new ConfigurationException("limen.workers must be 1"));

        assertEquals(Optional.of("limen.workers must be 1"), ExplainerService.mistake(failure));
    }

    @Test
    void otherFailureIsNoMistakeOfTheUser() {
        assertEquals(Optional.empty(), ExplainerService.mistake(new IllegalStateException("disk")));
        assertEquals(Optional.empty(), ExplainerService.mistake(null));
    }
}
