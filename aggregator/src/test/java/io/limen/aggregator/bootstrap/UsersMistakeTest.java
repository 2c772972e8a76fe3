package io.limen.aggregator.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.net.BindException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"ftp://me:secret@host", "http://me:secret@host", "http://me:secret@ho st"})
    void anAddressOfAnAlertmanagerThatIsNoneIsOneAndIsNotRepeated(String text) {
        ConfigurationException refused = assertThrows(ConfigurationException.class, () -> AlertLifecycle.address(text));

        assertEquals(
                Optional.of("limen.alertmanager.url must be http://HOST:PORT or https://HOST:PORT,"
                        + " without a name or password"),
                AggregatorService.mistake(refused));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1M", "P8D"})
    void aGapBetweenStudiesThatIsNoneIsFound(String gap) throws ReflectiveOperationException {
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            AggregatorConfig.Drift drift = new SmallRyeConfigBuilder()
                    .addDefaultInterceptors()
                    .withMapping(AggregatorConfig.class)
                    .withDefaultValues(Map.of("limen.drift.study-gap", gap, "limen.state-dir", "state"))
                    .build()
                    .getConfigMapping(AggregatorConfig.class)
                    .drift();
            assertEquals(
                    1,
                    factory.getValidator()
                            .forExecutables()
                            .validateReturnValue(
                                    drift, AggregatorConfig.Drift.class.getMethod("studyGap"), drift.studyGap())
                            .size());
        }
    }

    @Test
    void otherFailureIsNoMistakeOfTheUser() {
        assertEquals(Optional.empty(), AggregatorService.mistake(new IllegalStateException("disk")));
        assertEquals(Optional.empty(), AggregatorService.mistake(null));
    }
}
