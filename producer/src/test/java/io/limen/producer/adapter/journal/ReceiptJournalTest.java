package io.limen.producer.adapter.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.producer.application.BadInput;
import io.limen.producer.domain.identity.Receipt;
import io.limen.producer.domain.identity.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptJournalTest {

    private static final Sha256 OPTIONS = Sha256.of("options");
    private static final List<Receipt> RECEIPTS =
            LongStream.of(7, -1, 1L << 62).mapToObj(Receipt::new).toList();

    private final List<String> notes = new ArrayList<>();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("run.journal");
    }

    @Test
    void whatWasWrittenDownIsHeldByTheNextRun() {
        write(RECEIPTS);

        try (ReceiptJournal next = ReceiptJournal.open(file, OPTIONS, notes::add)) {
            assertTrue(RECEIPTS.stream().allMatch(next::holds));
            assertFalse(next.holds(new Receipt(8)));
        }
    }

    /** A thread that is interrupted loses its files. */
    @Test
    void aJournalThatCanNotBeForcedIsSaidAndEndsNothing() {
        ReceiptJournal journal = ReceiptJournal.open(file, OPTIONS, notes::add);
        Thread.currentThread().interrupt();

        journal.close();

        assertTrue(Thread.interrupted());
        assertEquals(
                List.of("the journal may lack its last lines; their cases are published again when resumed"), notes);
    }

    @Test
    void theNextRunWritesOnWhereTheLastOneEnded() {
        write(RECEIPTS.subList(0, 1));
        write(RECEIPTS.subList(1, 3));

        try (ReceiptJournal next = ReceiptJournal.open(file, OPTIONS, notes::add)) {
            assertTrue(RECEIPTS.stream().allMatch(next::holds));
        }
    }

    /** A process may be killed after any byte. */
    @Test
    void whereverItIsCutOffTheWholeLinesCountAndTheNextRunWritesOn() throws IOException {
        write(RECEIPTS);
        byte[] whole = Files.readAllBytes(file);
        int firstLine = whole.length - RECEIPTS.size() * JournalText.LINE;
        for (int length = 0; length <= whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            int complete = Math.max(0, length - firstLine) / JournalText.LINE;
            try (ReceiptJournal next = ReceiptJournal.open(file, OPTIONS, notes::add)) {
                assertEquals(complete, RECEIPTS.stream().filter(next::holds).count(), "cut after byte " + length);
                RECEIPTS.subList(complete, RECEIPTS.size()).forEach(next::add);
            }
            byte[] again = Files.readAllBytes(file);
            assertEquals(whole.length, again.length, "cut after byte " + length);
            // without its first line it is begun anew, with another salt
            int kept = length < firstLine ? firstLine - 33 : whole.length;
            assertArrayEquals(Arrays.copyOf(whole, kept), Arrays.copyOf(again, kept), "cut after byte " + length);
        }
    }

    /** After a power cut the file may have its length and not its content. */
    @Test
    void whatFollowsALineThatIsNoneIsNotBelieved() throws IOException {
        write(RECEIPTS);
        byte[] damaged = Files.readAllBytes(file);
        Arrays.fill(damaged, damaged.length - 2 * JournalText.LINE, damaged.length - JournalText.LINE, (byte) 0);
        Files.write(file, damaged);

        try (ReceiptJournal next = ReceiptJournal.open(file, OPTIONS, notes::add)) {
            assertEquals(
                    List.of(true, false, false),
                    RECEIPTS.stream().map(next::holds).toList());
        }
    }

    @Test
    void aJournalOfOtherOptionsIsRefused() throws IOException {
        write(RECEIPTS);
        byte[] before = Files.readAllBytes(file);

        BadInput fault =
                assertThrows(BadInput.class, () -> ReceiptJournal.open(file, Sha256.of("other options"), notes::add));

        assertTrue(fault.getMessage().contains("was begun with other options"), fault.getMessage());
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    /** Else a list of likely names, hashed once, reads every journal. */
    @Test
    void theSameCasesAreOtherLinesInAnotherJournal() throws IOException {
        write(RECEIPTS);
        List<String> first = Files.readAllLines(file);
        Files.delete(file);
        write(RECEIPTS);
        List<String> second = Files.readAllLines(file);

        assertTrue(first.stream().noneMatch(second::contains));
        assertTrue(RECEIPTS.stream().map(Receipt::toString).noneMatch(first::contains));
    }

    @Test
    void nobodyButItsOwnerReadsIt() throws IOException {
        write(RECEIPTS);

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void nobodysFileIsWrittenOver() throws IOException {
        Files.writeString(file, "my thesis");

        assertThrows(BadInput.class, () -> ReceiptJournal.open(file, OPTIONS, notes::add));

        assertEquals("my thesis", Files.readString(file));
    }

    @Test
    void twoRunsDoNotShareAJournal() {
        try (ReceiptJournal first = ReceiptJournal.open(file, OPTIONS, notes::add)) {
            BadInput fault = assertThrows(BadInput.class, () -> ReceiptJournal.open(file, OPTIONS, notes::add));

            assertTrue(fault.getMessage().contains("another limen publish"), fault.getMessage());
            first.add(RECEIPTS.get(0));
        }
    }

    @Test
    void aFileThatCanNotBeThereIsOneLine() {
        assertThrows(
                BadInput.class, () -> ReceiptJournal.open(folder.resolve("no/such/run.journal"), OPTIONS, notes::add));
    }

    private void write(List<Receipt> receipts) {
        try (ReceiptJournal journal = ReceiptJournal.open(file, OPTIONS, notes::add)) {
            receipts.forEach(journal::add);
        }
    }
}
