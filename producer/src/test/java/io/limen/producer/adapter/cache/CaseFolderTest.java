package io.limen.producer.adapter.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.producer.application.BadInput;
import io.limen.producer.application.PreparedCase;
import io.limen.producer.domain.identity.ImageFingerprint;
import io.limen.producer.domain.identity.Sha256;
import io.limen.producer.domain.identity.StudyPseudonym;
import io.limen.producer.domain.result.CaseImage;
import io.limen.producer.domain.result.CaseMasks;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseFolderTest {

    private static final InstantSource NOW = () -> Instant.parse("2026-01-02T03:04:05Z");

    private static final Sha256 OPTIONS = Sha256.of("options");
    private static final Sha256 KEY = Sha256.of("key");
    private static final Sha256 IMAGE = Sha256.of("image");

    @TempDir
    private Path folder;

    private CaseFolder cache;

    @BeforeEach
    void open() {
        cache = CaseFolder.open(folder, OPTIONS, NOW);
    }

    @Test
    void whatWasKeptIsFoundByTheNextRun() {
        cache.keep(KEY, prepared(new CaseImage.Inline(new byte[] {1, 2, 3})));

        PreparedCase found = CaseFolder.open(folder, OPTIONS, NOW).find(KEY).orElseThrow();

        assertEquals(new ImageFingerprint(IMAGE), found.fingerprint());
        assertEquals(StudyPseudonym.of(IMAGE), found.study());
        assertArrayEquals(new byte[] {1, 2, 3}, ((CaseImage.Inline) found.image()).encoded());
        assertArrayEquals(new byte[] {4}, found.masks().groundTruth().orElseThrow());
        assertEquals(Optional.empty(), found.masks().predicted());
    }

    /** It holds pixels. */
    @Test
    void nobodyButItsOwnerReadsIt() throws IOException {
        Path made = folder.resolve("made/for/it");

        CaseFolder.open(made, OPTIONS, NOW).keep(KEY, prepared(new CaseImage.Inline(new byte[] {1})));

        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(made)));
        try (Stream<Path> files = Files.list(made)) {
            List<Path> kept = files.toList();
            assertEquals(1, kept.size());
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept.get(0))));
        }
    }

    @Test
    void anotherCaseAndAnotherWayOfReadingAreNotFound() {
        cache.keep(KEY, prepared(new CaseImage.Inline(new byte[] {1})));

        assertEquals(Optional.empty(), cache.find(Sha256.of("another")));
        assertEquals(
                Optional.empty(),
                CaseFolder.open(folder, Sha256.of("other options"), NOW).find(KEY));
    }

    @Test
    void whatIsCutShortOrDamagedIsNotFound() throws IOException {
        cache.keep(KEY, prepared(new CaseImage.Inline(new byte[] {1, 2, 3})));
        Path file = onlyFile();
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at++) {
            Files.write(file, Arrays.copyOf(whole, at));
            assertEquals(Optional.empty(), cache.find(KEY), "cut at byte " + at);
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x20;
            Files.write(file, damaged);
            assertEquals(Optional.empty(), cache.find(KEY), "damaged at byte " + at);
        }
    }

    @Test
    void anImageThatLiesInAStoreIsNotKeptTwice() throws IOException {
        cache.keep(KEY, prepared(new CaseImage.Referenced(URI.create("file:///a.png"), IMAGE)));

        assertEquals(List.of(), files());
    }

    @Test
    void whatAKilledRunHasLeftIsSweptAndWhatAnotherIsWritingIsNot() throws IOException {
        Path abandoned = Files.createFile(folder.resolve(".a.part"));
        Path young = Files.createFile(folder.resolve(".b.part"));
        Path kept = Files.createFile(folder.resolve("c.case"));
        Path others = Files.createFile(folder.resolve("d.part"));
        for (Path file : List.of(abandoned, kept, others)) {
            Files.setLastModifiedTime(file, FileTime.from(NOW.instant().minus(Duration.ofHours(2))));
        }
        Files.setLastModifiedTime(young, FileTime.from(NOW.instant().minus(Duration.ofMinutes(50))));

        CaseFolder.open(folder, OPTIONS, NOW);

        assertEquals(Set.of(young, kept, others), Set.copyOf(files()));
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");

        assertThrows(BadInput.class, () -> CaseFolder.open(file, OPTIONS, NOW));
    }

    private static PreparedCase prepared(CaseImage image) {
        return new PreparedCase(
                new ImageFingerprint(IMAGE),
                StudyPseudonym.of(IMAGE),
                image,
                new CaseMasks(Optional.empty(), Optional.of(new byte[] {4})));
    }

    private Path onlyFile() throws IOException {
        assertEquals(1, files().size());
        return files().get(0);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
