package io.limen.explainer.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.ModelId;
import io.limen.explainer.domain.attribution.ExplanationSettings;
import io.limen.explainer.domain.component.ComponentSettings;
import io.limen.explainer.domain.intervention.DrawSchedule;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigCheckTest {

    private static ExplainerConfig config(Map<String, String> changes) {
        Map<String, String> values = new HashMap<>(Map.of("limen.models.roots", "models"));
        values.putAll(changes);
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(ExplainerConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(ExplainerConfig.class);
    }

    @Test
    void theDefaultsAreAdaptiveAndValid() {
        ExplainerConfig config = config(Map.of());

        assertEquals(List.of(), ConfigCheck.problems(config));
        ExplanationSettings settings = ConfiguredSettings.explanation(config.explain());
        assertEquals(DrawSchedule.Adaptive.asPreciseAsPublished(), settings.schedule());
        assertEquals(8, settings.blockSize());
        assertEquals(32, settings.regionSize());
        assertEquals(Duration.ofMinutes(2), settings.budget().maxDuration());
        assertEquals(Optional.empty(), settings.components());
        assertEquals(Long.MAX_VALUE, settings.budget().maxForwards());
        assertEquals("localhost:9092", config.kafka().bootstrapServers());
        assertEquals("explainer", config.kafka().group());
        assertTrue(ConfiguredSettings.sharing(config));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limen.kafka.bootstrap-servers|localhost"
                        + "|limen.kafka.bootstrap-servers must be host:port, comma-separated, not 'localhost'",
                "limen.kafka.security|nowhere/client.properties"
                        + "|limen.kafka.security: nowhere/client.properties can't be read as a client.properties file",
                "limen.schema-registry.authorization-file|nowhere/token"
                        + "|limen.schema-registry.authorization-file is set and url is not",
                "limen.schema-registry.url|http://ada:secret@registry|limen.schema-registry.url must be http://HOST:PORT or"
                        + " https://HOST:PORT, with the path where the registry's subjects are if there is one, without a"
                        + " name or password",
                "limen.access.metrics-token-file|nowhere/token"
                        + "|limen.access.metrics-token-file: nowhere/token can't be read as a text file",
                "limen.images.s3.location|images/limen"
                        + "|limen.images.s3.location is not of the form s3://BUCKET/PREFIX: images/limen",
                "limen.images.s3.endpoint|ftp://store|limen.images.s3.endpoint must be http://HOST:PORT or"
                        + " https://HOST:PORT, without a name or password",
                "limen.images.s3.endpoint|https://me:secret@store|limen.images.s3.endpoint must be http://HOST:PORT or"
                        + " https://HOST:PORT, without a name or password",
                "limen.images.s3.region|Brussels!|limen.images.s3.region must be the name of a region, not 'Brussels!'",
                "limen.delivery|both|limen.delivery must be share or group, not 'both'",
                "limen.overload.policy|on|limen.overload.policy must be off or sample, not 'on'",
                "limen.overload.least-budget|0|limen.overload.least-budget must be more than 0 and at most 1, not 0.0",
                "limen.overload.least-probability|9e-7|limen.overload.least-probability must be 1.0E-6 to 1, not 9.0E-7",
                "limen.workers|0|limen.workers must be 1 to 256, not 0",
                "limen.shutdown-timeout|PT0S|limen.shutdown-timeout must be more than 0 and at most PT1H, not PT0S",
                "limen.models.preload|unet|limen.models.preload must hold MODEL@VERSION, not 'unet'",
                "limen.models.preload|../x@1|limen.models.preload must hold MODEL@VERSION, not '../x@1'",
                "limen.explain.budget|-PT1S|limen.explain.budget must be more than 0 and at most PT1H, not PT-1S",
                "limen.explain.batch-size|0|limen.explain.batch-size must be 1 to 1024, not 0",
                "limen.explain.device|tpu|limen.explain.device must be auto, cpu or gpu:N, not 'tpu'",
                "limen.explain.device|gpu:x|limen.explain.device must be auto, cpu or gpu:N, not 'gpu:x'",
                "limen.explain.warm-up|on|limen.explain.warm-up must be auto or off, not 'on'",
                "limen.explain.block-size|0|limen.explain: out of range: ExplanationSettings: block 0, region 32",
                "limen.explain.tau|NaN|limen.explain: out of range: Adaptive: OptionalDouble.empty, NaN",
                "limen.explain.schedule|best|limen.explain: out of range: limen.explain.schedule must be adaptive or published, not 'best'",
                "limen.explain.max-forwards|0|limen.explain: out of range: Budget: 0 forwards, PT2M",
                "limen.explain.component-donors|0|limen.explain.component-donors must be 1 to 256, not 0",
                "limen.explain.component-channels|-1|limen.explain.component-channels must be 0 to 1024, not -1",
                "limen.limits.image-bytes|0|limen.limits.image-bytes must be 1 or more, not 0",
                "limen.limits.image-pixels|0|limen.limits.image-pixels must be 1 or more, not 0",
            })
    void aValueOutOfRangeIsNamedByItsKey(String key, String value, String problem) {
        assertEquals(List.of(problem), ConfigCheck.problems(config(Map.of(key, value))));
    }

    @Test
    void componentsAreAskedForWithTheirDonorsAndChannels() {
        ExplainerConfig config = config(Map.of(
                "limen.explain.components", "true",
                "limen.explain.component-donors", "8",
                "limen.explain.component-channels", "4"));

        assertEquals(
                Optional.of(new ComponentSettings(8, 4, ComponentSettings.DEFAULT.kinds())),
                ConfiguredSettings.explanation(config.explain()).components());
    }

    @Test
    void allProblemsAreToldAtOnce() {
        List<String> problems =
                ConfigCheck.problems(config(Map.of("limen.workers", "-1", "limen.explain.batch-size", "9999")));
        assertEquals(2, problems.size());
    }

    @Test
    void aServiceWithoutAModelRepositoryIsRefused() {
        ExplainerConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(ExplainerConfig.class)
                .build()
                .getConfigMapping(ExplainerConfig.class);
        assertEquals(
                List.of("limen.models.roots must name the folder of a model repository"), ConfigCheck.problems(config));
    }

    @Test
    void aModelIsReadFromItsName() {
        assertEquals(new ModelId("unet", "3"), ConfiguredSettings.model("unet@3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "unet", "unet@", "@3", "a@b@c"})
    void whatIsNoModelsNameIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> ConfiguredSettings.model(text));
    }
}
