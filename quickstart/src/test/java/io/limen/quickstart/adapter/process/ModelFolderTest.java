package io.limen.quickstart.adapter.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFolderTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "unet/1/model.yaml, true",
        "unet/model.yaml, false",
        "model.yaml, false",
        "models/unet/1/model.yaml, false",
        "unet/1/model.pt, false"
    })
    void modelIsWhereItsDescriptionLies(String file, boolean model) throws IOException {
        Path written = folder.resolve(file);
        Files.createDirectories(written.getParent());
        Files.writeString(written, "name: unet");

        assertEquals(model, new ModelFolder(folder).holdsAModel());
    }

    @Test
    void modelBehindALinkIsOne() throws IOException {
        Path version = Files.createDirectories(folder.resolve("elsewhere/1"));
        Files.writeString(version.resolve("model.yaml"), "name: unet");
        Path repository = Files.createDirectories(folder.resolve("repository"));
        Files.createSymbolicLink(repository.resolve("unet"), folder.resolve("elsewhere"));

        assertTrue(new ModelFolder(repository).holdsAModel());
    }
}
