package io.limen.explainer.adapter.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptFilesTest {

    @TempDir
    Path parent;

    private Path folder() {
        return parent.resolve("new").resolve("networks");
    }

    private static Path keep(KeptFiles files, String key, String content) throws IOException {
        Path draft = files.draft();
        Files.writeString(draft, content);
        return files.keep(draft, key, ".pt");
    }

    private List<Path> stored() throws IOException {
        try (Stream<Path> all = Files.list(folder())) {
            return all.sorted().toList();
        }
    }

    @Test
    void whatWasKeptIsFoundByAnotherProcess() throws IOException {
        Path kept = keep(new KeptFiles(folder()), "a-1", "content");
        assertEquals(Optional.of(kept), new KeptFiles(folder()).find("a-1", ".pt"));
        assertEquals(Optional.empty(), new KeptFiles(folder()).find("a-2", ".pt"));
        assertEquals(Optional.empty(), new KeptFiles(folder()).find("a-1", ".means"));
        assertEquals(List.of(kept), stored());
    }

    @Test
    void folderAndFilesAreTheOwnersAlone() throws IOException {
        Path kept = keep(new KeptFiles(folder()), "a-1", "content");
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)));
    }

    @Test
    void aChangedOrCutFileIsRemovedAndKeptAnew() throws IOException {
        KeptFiles files = new KeptFiles(folder());
        for (String damaged : List.of("cOntent", "cont", "")) {
            Path kept = keep(files, "a-1", "content");
            Files.writeString(kept, damaged, StandardOpenOption.TRUNCATE_EXISTING);
            assertEquals(Optional.empty(), files.find("a-1", ".pt"));
            assertEquals(List.of(), stored());
        }
        Path again = keep(files, "a-1", "content");
        assertEquals(Optional.of(again), files.find("a-1", ".pt"));
    }

    @Test
    void aLinkToAnotherFileIsNotOurs() throws IOException {
        KeptFiles files = new KeptFiles(folder());
        Path kept = keep(files, "a-1", "content");
        Path elsewhere = Files.writeString(parent.resolve("elsewhere"), "content");
        Files.delete(kept);
        Files.createSymbolicLink(kept, elsewhere);
        assertEquals(Optional.empty(), files.find("a-1", ".pt"));
        assertTrue(Files.exists(elsewhere));
    }

    @Test
    void theLongestUnusedMakesRoom() throws IOException {
        KeptFiles files = new KeptFiles(folder(), 30);
        Instant now = Instant.now();
        for (int i = 0; i < 3; i++) {
            Path kept = keep(files, "k" + i, "ten bytes.");
            Files.setLastModifiedTime(kept, FileTime.from(now.minus(Duration.ofMinutes(30 - i))));
        }
        assertTrue(files.find("k0", ".pt").isPresent());
        keep(files, "k3", "ten bytes.");
        assertEquals(
                List.of(true, false, true, true),
                Stream.of("k0", "k1", "k2", "k3")
                        .map(key -> files.find(key, ".pt").isPresent())
                        .toList());
    }

    @Test
    void whatIsLargerThanTheBoundIsNotKept() throws IOException {
        KeptFiles files = new KeptFiles(folder(), 5);
        Path draft = keep(files, "a-1", "content");
        assertEquals("content", Files.readString(draft));
        assertEquals(Optional.empty(), files.find("a-1", ".pt"));
    }

    @Test
    void draftsThatNobodyFinishedAreRemovedAndOthersAreLeft() throws IOException {
        KeptFiles files = new KeptFiles(folder());
        Path abandoned = files.draft();
        Path underWay = files.draft();
        Files.setLastModifiedTime(abandoned, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        keep(files, "a-1", "content");
        assertFalse(Files.exists(abandoned));
        assertTrue(Files.exists(underWay));
    }

    @Test
    void aFolderThatCannotBeMadeIsDoneWithout() throws IOException {
        KeptFiles files = new KeptFiles(
                Files.createFile(parent.resolve("file")).resolve("below").resolve("networks"));
        Path draft = keep(files, "a-1", "content");
        assertEquals("content", Files.readString(draft));
        assertEquals(Optional.empty(), files.find("a-1", ".pt"));
        Files.delete(draft);
    }

    @Test
    void aFolderThatOthersMayWriteIntoIsDoneWithout() throws IOException {
        KeptFiles files = new KeptFiles(folder());
        keep(files, "a-1", "content");
        Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwxrwx---"));
        assertEquals(Optional.empty(), files.find("a-1", ".pt"));
        Path draft = keep(files, "b-1", "content");
        assertFalse(draft.startsWith(folder()));
        Files.delete(draft);
    }

    @Test
    void manyWritersLeaveOneWholeFile() throws Exception {
        List<Callable<Boolean>> writers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            writers.add(() -> {
                KeptFiles files = new KeptFiles(folder());
                keep(files, "a-1", "content");
                return files.find("a-1", ".pt").isPresent();
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Boolean> found : threads.invokeAll(writers)) {
                assertTrue(found.get());
            }
        } finally {
            threads.shutdown();
        }
        assertEquals(1, stored().size());
    }
}
