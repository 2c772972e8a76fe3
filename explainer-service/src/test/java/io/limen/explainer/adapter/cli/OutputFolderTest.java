package io.limen.explainer.adapter.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.ExplanationDocuments.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

    @TempDir
    Path parent;

    @Test
    void aFolderWithoutResultsIsTakenAwayAgain() throws Exception {
        Path folder = parent.resolve("out");

        OutputFolder made = OutputFolder.prepare(folder);
        assertTrue(Files.isDirectory(folder));
        made.close();

        assertFalse(Files.exists(folder));
    }

    @Test
    void aFolderThatWasThereStays() throws Exception {
        OutputFolder.prepare(parent).close();

        assertTrue(Files.isDirectory(parent));
        assertEquals(0, count(parent));
    }

    @Test
    void anInterruptedThreadStillWritesWholeFiles() throws Exception {
        try (OutputFolder folder = OutputFolder.prepare(parent)) {
            Thread.currentThread().interrupt();

            folder.write(List.of(new Document("a.json", new byte[] {1, 2})));
        } finally {
            Thread.interrupted();
        }

        assertArrayEquals(new byte[] {1, 2}, Files.readAllBytes(parent.resolve("a.json")));
        assertEquals(1, count(parent));
    }

    @Test
    void whenOneFileCannotBeReplacedTheOthersLeaveNothingUnfinished() throws Exception {
        Files.createDirectories(parent.resolve("b.png/in the way"));
        try (OutputFolder folder = OutputFolder.prepare(parent)) {
            List<Document> documents = List.of(new Document("b.png", new byte[] {1}), new Document("a", new byte[1]));

            assertThrows(IOException.class, () -> folder.write(documents));
        }

        try (Stream<Path> files = Files.list(parent)) {
            assertEquals(
                    List.of("b.png"),
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
