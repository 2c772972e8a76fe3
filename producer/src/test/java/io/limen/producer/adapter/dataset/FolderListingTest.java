package io.limen.producer.adapter.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.limen.producer.application.BadInput;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderListingTest {

    @TempDir
    private Path folder;

    @Test
    void filesAreListedSortedWhereverTheyLie() throws IOException {
        file("b.png");
        file("patient/study/series/1");
        file("a.png");

        assertEquals(
                List.of("a.png", "b.png", "patient/study/series/1"),
                FolderListing.of(folder).names());
    }

    @Test
    void whatIsHiddenIsPassedOver() throws IOException {
        file("a.png");
        file(".DS_Store");
        file(".git/a.png");

        assertEquals(List.of("a.png"), FolderListing.of(folder).names());
    }

    /** As large data sets are put together from several disks. */
    @Test
    void linksAreFollowedButNotInCircles() throws IOException {
        file("real/a.png");
        Files.createSymbolicLink(folder.resolve("images"), folder.resolve("real"));
        Files.createSymbolicLink(folder.resolve("real/back"), folder);
        Files.createSymbolicLink(folder.resolve("nowhere"), folder.resolve("gone"));

        assertEquals(
                List.of("images/a.png", "real/a.png"), FolderListing.of(folder).names());
    }

    /** Else a name leads out of the folder. */
    @Test
    void aBackslashInANameIsPartOfItWhereItSeparatesNothing() throws IOException {
        assumeTrue(File.separatorChar == '/');
        file("images\\..\\..\\outside.png");

        assertEquals(
                List.of("images\\..\\..\\outside.png"), FolderListing.of(folder).names());
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        file("a.png");

        assertThrows(BadInput.class, () -> FolderListing.of(folder.resolve("a.png")));
    }

    private void file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
    }
}
