package io.limen.quickstart.bootstrap;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class RunFolderTest {

    @Test
    void closedFolderIsGoneWithAllThatWasInIt() throws IOException {
        RunFolder folder = RunFolder.create();
        Files.writeString(folder.folder("state/deep").resolve("file"), "x");

        folder.close();
        folder.close();

        assertFalse(Files.exists(folder.path()));
    }

    @Test
    void foldersOfTwoRunsDiffer() {
        try (RunFolder one = RunFolder.create();
                RunFolder other = RunFolder.create()) {
            assertTrue(!one.path().equals(other.path()));
        }
    }
}
