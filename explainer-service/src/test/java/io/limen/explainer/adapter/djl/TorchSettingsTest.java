package io.limen.explainer.adapter.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.explainer.application.DeviceChoice;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TorchSettingsTest {

    @TempDir
    Path home;

    @Test
    void measurementsLieWhereTheUsersCachesDo() {
        assertEquals(home.resolve(".cache/limen"), TorchSettings.userCache(Map.of("XDG_CACHE_HOME", " "), home));
        assertEquals(
                Path.of("/caches/limen"),
                TorchSettings.userCache(Map.of("XDG_CACHE_HOME", "/caches", "DJL_CACHE_DIR", "/djl"), home));
        assertEquals(Path.of("/djl/limen"), TorchSettings.userCache(Map.of("DJL_CACHE_DIR", "/djl"), home));
    }

    @Test
    void aUserWithoutAHomeHasThemInTheFolderForTemporaryFiles() {
        assertEquals(
                Path.of(System.getProperty("java.io.tmpdir"), "limen"),
                TorchSettings.userCache(Map.of(), home.resolve("?")));
    }

    @Test
    void aGpuGetsLargerBatchesThanACpu() {
        TorchSettings settings = TorchSettings.on(new DeviceChoice.Auto());
        assertEquals(16, settings.largestBatch(false));
        assertEquals(128, settings.largestBatch(true));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1025})
    void anImpossibleBatchIsABug(int batch) {
        DeviceChoice cpu = new DeviceChoice.Cpu();
        OptionalInt size = OptionalInt.of(batch);
        assertThrows(IllegalArgumentException.class, () -> new TorchSettings(cpu, size, true, Optional.of(home)));
    }
}
