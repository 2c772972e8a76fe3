package io.limen.quickstart.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.command.InspectImageResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.BindMode;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** What is promised of each image. */
@Tag("containers")
@Timeout(value = 130, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ImagesIT {

    private static final long MOST_BYTES = 1_000_000_000;

    /** The image for GPUs brings its own, and the base that it is tried on may have one. */
    private static final long SECOND_JAVA_BYTES = 250_000_000;

    @BeforeAll
    static void needsAnEngine() {
        Engine.require();
    }

    static Stream<String> images() {
        return Stream.concat(explainers(), Stream.of(Images.aggregator(), Images.intake()));
    }

    static Stream<String> explainers() {
        return Stream.of(Images.explainer(), Images.explainerForGpus()).distinct();
    }

    @ParameterizedTest
    @MethodSource("images")
    void runsAsANumberAsksItselfWithoutAShellAndSaysWhatItIs(String name) {
        InspectImageResponse image =
                DockerClientFactory.lazyClient().inspectImageCmd(name).exec();

        assertEquals("10001:10001", image.getConfig().getUser());
        List<String> health = image.getConfig().getHealthcheck().getTest();
        assertEquals(List.of("CMD", "java"), health.subList(0, 2));
        Map<String, String> labels = image.getConfig().getLabels();
        for (String label : List.of("title", "description", "version", "revision", "base.name")) {
            assertTrue(labels.containsKey("org.opencontainers.image." + label), label + ": " + labels);
        }
        assertTrue(image.getSize() < mostBytes(name), name + " has " + image.getSize() + " bytes");
    }

    private static long mostBytes(String name) {
        return name.equals(Images.explainer()) || !name.equals(Images.explainerForGpus())
                ? MOST_BYTES
                : MOST_BYTES + SECOND_JAVA_BYTES;
    }

    @ParameterizedTest
    @MethodSource("images")
    void carriesItsBillOfMaterials(String name) throws Exception {
        try (GenericContainer<?> container = new GenericContainer<>(name)) {
            container.withLabels(Engine.labels());
            container.withCreateContainerCmdModifier(command -> command.withEntrypoint("java", "-version"));
            container.withStartupCheckStrategy(
                    new org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy());
            container.start();

            JsonNode bill =
                    container.copyFileFromContainer("/app/bom.json", content -> new ObjectMapper().readTree(content));

            assertEquals("CycloneDX", bill.get("bomFormat").asText());
            List<String> libraries = bill.get("components").findValuesAsText("name");
            assertTrue(libraries.contains("kafka-clients"), libraries::toString);
        }
    }

    /** libtorch is on board: with no network there is nothing to wait for but the broker. */
    @ParameterizedTest
    @MethodSource("explainers")
    void explainerLoadsItsModelsWithoutANetwork(String name) {
        try (GenericContainer<?> explainer = new GenericContainer<>(name)) {
            explainer
                    .withLabels(Engine.labels())
                    .withNetworkMode("none")
                    .withEnv("LIMEN_MODELS_ROOTS", "/models")
                    .withEnv("LIMEN_EXPLAIN_DEVICE", "cpu")
                    .withEnv(Containers.processor())
                    .withFileSystemBind(Path.of("models").toAbsolutePath().toString(), "/models", BindMode.READ_ONLY)
                    .withTmpFs(Map.of("/tmp", "rw,size=64m"))
                    .waitingFor(Wait.forLogMessage(".*model loaded: phantom-unet@1.*", 1)
                            .withStartupTimeout(Duration.ofMinutes(2)));
            explainer.start();

            assertTrue(Arrays.stream(explainer.getLogs().split("\n")).noneMatch(line -> line.contains(" ERROR ")));
        }
    }
}
