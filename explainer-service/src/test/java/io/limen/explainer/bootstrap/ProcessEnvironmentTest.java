package io.limen.explainer.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProcessEnvironmentTest {

    private static final Map<String, String> COMPLETE =
            Map.of("GLIBC_TUNABLES", ProcessEnvironment.TUNABLES, "OMP_WAIT_POLICY", "passive");

    @Test
    void aBareProcessIsToldTheLineToAdd() {
        String advice = ProcessEnvironment.advice(Map.of("HOME", "/root")).orElseThrow();

        assertTrue(advice.contains("2.4 times"), advice);
        assertTrue(
                advice.endsWith("export GLIBC_TUNABLES=" + ProcessEnvironment.TUNABLES + " OMP_WAIT_POLICY=passive"),
                advice);
    }

    @Test
    void nothingIsSaidWhereNothingIsMissing() {
        assertEquals(Optional.empty(), ProcessEnvironment.advice(COMPLETE));
    }

    @Test
    void valuesThatSomebodyChoseStay() {
        assertEquals(
                Optional.empty(),
                ProcessEnvironment.advice(Map.of(
                        "GLIBC_TUNABLES",
                        ProcessEnvironment.TUNABLES.replace("arena_max=1", "arena_max=2"),
                        "OMP_WAIT_POLICY",
                        "active")));
    }

    @Test
    void whatIsThereIsKeptAndOnlyTheRestAdded() {
        String advice = ProcessEnvironment.advice(Map.of(
                        "GLIBC_TUNABLES",
                        "glibc.cpu.x86_ibt=off:glibc.malloc.arena_max=4",
                        "OMP_WAIT_POLICY",
                        "passive"))
                .orElseThrow();

        assertTrue(
                advice.endsWith("export GLIBC_TUNABLES=glibc.cpu.x86_ibt=off:glibc.malloc.arena_max=4"
                        + ":glibc.malloc.mmap_threshold=17179869184:glibc.malloc.trim_threshold=17179869184"
                        + ":glibc.malloc.top_pad=268435456"),
                advice);
    }

    @Test
    void theLauncherAndTheImagesSetWhatIsAskedFor() throws IOException {
        String launcher = Files.readString(Path.of("../limen"));

        assertTrue(launcher.contains("\nglibc_tunables=" + ProcessEnvironment.TUNABLES + "\n"));
        assertTrue(launcher.contains("export GLIBC_TUNABLES=$glibc_tunables OMP_WAIT_POLICY=passive\n"));
        for (String file : List.of("Dockerfile", "Dockerfile.cuda")) {
            String image = Files.readString(Path.of(file));
            assertTrue(image.contains("ENV GLIBC_TUNABLES=" + ProcessEnvironment.TUNABLES + " "), file);
            assertTrue(image.contains("OMP_WAIT_POLICY=passive "), file);
        }
    }
}
