package io.limen.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.limen.aggregator.bootstrap.AggregatorConfig;
import io.limen.explainer.bootstrap.ExplainerConfig;
import io.limen.producer.bootstrap.IntakeConfig;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every variable of the environment that has our prefix is a setting of the service that it is given to, with a value that it takes. */
class DeployedSettingsTest {

    private static final Map<String, Class<?>> SETTINGS = Map.of(
            "explainer-service",
            ExplainerConfig.class,
            "aggregator",
            AggregatorConfig.class,
            "intake",
            IntakeConfig.class);

    /** Of each service, from all files: base, overlays and components. */
    private static Map<String, Map<String, Set<String>>> given() throws IOException {
        Map<String, Map<String, Set<String>>> given = new TreeMap<>();
        for (Path file : Manifests.files()) {
            for (JsonNode resource : Manifests.read(file)) {
                for (JsonNode container : resource.at("/spec/template/spec/containers")) {
                    Map<String, Set<String>> variables =
                            given.computeIfAbsent(container.get("name").asText(), name -> new TreeMap<>());
                    for (JsonNode variable : container.path("env")) {
                        variables
                                .computeIfAbsent(variable.get("name").asText(), name -> new TreeSet<>())
                                .add(variable.path("value").asText());
                    }
                }
            }
        }
        return given;
    }

    private static Set<String> known(Class<?> settings) {
        return ConfigMappings.getProperties(ConfigMappings.ConfigClass.configClass(settings)).keySet().stream()
                .map(key -> key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    @Test
    void everyVariableIsASetting() throws IOException {
        Map<String, Map<String, Set<String>>> given = given();

        assertEquals(SETTINGS.keySet(), given.keySet());
        given.forEach((service, variables) -> {
            Set<String> unknown = new TreeSet<>(variables.keySet());
            unknown.removeIf(name -> !name.startsWith("LIMEN_"));
            assertTrue(!unknown.isEmpty(), service);
            unknown.removeAll(known(SETTINGS.get(service)));
            assertEquals(Set.of(), unknown, service);
        });
    }

    @Test
    void everyValueIsTaken() throws IOException {
        given().forEach((service, variables) -> variables.forEach((name, values) -> values.forEach(value -> {
            Map<String, String> one = value.isEmpty() ? Map.of() : Map.of(name, value);
            new SmallRyeConfigBuilder()
                    .addDiscoveredConverters()
                    .withDefaultValue("java.io.tmpdir", "/tmp")
                    .withSources(new EnvConfigSource(one, 300))
                    .withMapping(SETTINGS.get(service))
                    .withMappingIgnore("limen.**")
                    .addDefaultInterceptors()
                    .build();
        })));
    }
}
