package io.limen.explainer.adapter.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanCacheTest {

    private static final String MODEL = "a".repeat(64);
    private static final BatchPlan PLAN = new BatchPlan(MemoryLayout.CHANNELS_LAST, 8);

    @TempDir
    Path folder;

    @Test
    void whatWasMeasuredIsFoundAgain() {
        new PlanCache(folder.resolve("new")).remember(MODEL, "cpu", PLAN);
        PlanCache later = new PlanCache(folder.resolve("new"));
        assertEquals(Optional.of(PLAN), later.find(MODEL, "cpu"));
        assertEquals(Optional.empty(), later.find(MODEL, "gpu0"));
        assertEquals(Optional.empty(), later.find("b".repeat(64), "cpu"));
    }

    @Test
    void otherCircumstancesStayKnown() {
        PlanCache cache = new PlanCache(folder);
        cache.remember(MODEL, "cpu", PLAN);
        cache.remember(MODEL, "gpu0", BatchPlan.CANONICAL);
        assertEquals(Optional.of(PLAN), cache.find(MODEL, "cpu"));
        assertEquals(Optional.of(BatchPlan.CANONICAL), cache.find(MODEL, "gpu0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cpu=upside_down 4", "cpu=plain", "cpu=plain 0", "cpu=plain -3", "cpu=plain x", "\\u00zz", ""})
    void aFileThatIsNotOursIsNoMeasurement(String text) throws IOException {
        Path file = folder.resolve("batch-plans").resolve(MODEL + ".properties");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertEquals(Optional.empty(), new PlanCache(folder).find(MODEL, "cpu"));
    }

    @Test
    void aFolderThatCannotBeMadeIsDoneWithout() throws IOException {
        PlanCache cache = new PlanCache(Files.createFile(folder.resolve("file")));
        cache.remember(MODEL, "cpu", PLAN);
        assertEquals(Optional.empty(), cache.find(MODEL, "cpu"));
    }
}
