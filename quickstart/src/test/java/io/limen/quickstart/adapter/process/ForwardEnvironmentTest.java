package io.limen.quickstart.adapter.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForwardEnvironmentTest {

    private static final String INSTRUCTIONS = "ONEDNN_MAX_CPU_ISA";

    @TempDir
    Path caches;

    @Test
    void cpuThatShowsItsCachesMayUseAllItsInstructions() {
        assertFalse(ForwardEnvironment.variables(caches, Map.of()).containsKey(INSTRUCTIONS));
    }

    @Test
    void cpuThatHidesItsCachesIsHeldToInstructionsThatComputeRight() {
        Map<String, String> variables = ForwardEnvironment.variables(caches.resolve("hidden"), Map.of());

        assertEquals("SSE41", variables.get(INSTRUCTIONS));
    }

    @Test
    void choiceOfTheUserStays() {
        Map<String, String> chosen = Map.of(INSTRUCTIONS, "AVX");

        assertEquals(
                "AVX",
                ForwardEnvironment.variables(caches.resolve("hidden"), chosen).get(INSTRUCTIONS));
    }
}
