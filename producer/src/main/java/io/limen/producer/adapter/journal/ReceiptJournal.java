package io.limen.producer.adapter.journal;

import io.limen.producer.application.BadInput;
import io.limen.producer.application.ReceiptBook;
import io.limen.producer.domain.identity.Receipt;
import io.limen.producer.domain.identity.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Receipts in a file that is only ever appended to: a first line that says which options it is for, then a line for each
 * receipt. A process that is killed leaves at most half a line behind, which the next one cuts off.
 */
public final class ReceiptJournal implements ReceiptBook {

    private static final String TITLE = "limen publish journal 1 ";

    /** A power cut costs at most so many receipts, whose cases are published again; forcing each would halve the rate. */
    private static final int FORCED_EVERY = 500;

    private final FileChannel channel;
    private final long[] earlier;
    private final Consumer<String> notes;
    private int unforced;

    private ReceiptJournal(FileChannel channel, long[] earlier, Consumer<String> notes) {
        this.channel = channel;
        this.earlier = earlier;
        this.notes = notes;
    }

    /**
     * Opens a journal, or begins it.
     *
     * @param options digest of everything that decides which cases are published where
     * @param notes told what the user should know of it
     * @throws BadInput if the file is something else, was begun with other options or is in use
     */
    public static ReceiptJournal open(Path file, Sha256 options, Consumer<String> notes) {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                return opened(channel, file, (TITLE + options.hex() + "\n").getBytes(StandardCharsets.US_ASCII), notes);
            } catch (BadInput | IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new BadInput("--resume: can't read and write " + file);
        }
    }

    private static ReceiptJournal opened(FileChannel channel, Path file, byte[] firstLine, Consumer<String> notes)
            throws IOException {
        lock(channel, file);
        JournalText text = JournalText.of(channel);
        if (text.isBeginningOf(firstLine)) {
            channel.truncate(0);
            write(channel, firstLine);
            channel.force(true);
            return new ReceiptJournal(channel, new long[0], notes);
        }
        if (!text.startsWith(TITLE.getBytes(StandardCharsets.US_ASCII))) {
            throw new BadInput("--resume: " + file + " is there already, and no journal of limen publish");
        }
        if (!text.startsWith(firstLine)) {
            throw new BadInput("--resume: " + file + " was begun with other options, another folder or another broker");
        }
        long[] receipts = text.receipts(firstLine.length);
        channel.truncate(firstLine.length + (long) receipts.length * JournalText.LINE);
        channel.position(channel.size());
        Arrays.sort(receipts);
        return new ReceiptJournal(channel, receipts, notes);
    }

    private static void lock(FileChannel channel, Path file) throws IOException {
        try {
            if (channel.tryLock() == null) {
                throw new BadInput("--resume: another limen publish writes to " + file);
            }
        } catch (OverlappingFileLockException e) {
            throw new BadInput("--resume: another limen publish writes to " + file);
        }
    }

    @Override
    public boolean holds(Receipt receipt) {
        return Arrays.binarySearch(earlier, receipt.number()) >= 0;
    }

    @Override
    public synchronized void add(Receipt receipt) {
        try {
            write(channel, (receipt + "\n").getBytes(StandardCharsets.US_ASCII));
            unforced++;
            if (unforced >= FORCED_EVERY) {
                channel.force(false);
                unforced = 0;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is published stays so, whatever becomes of the journal. */
    @Override
    public synchronized void close() {
        try (channel) {
            channel.force(true);
        } catch (IOException e) {
            notes.accept("the journal may lack its last lines; their cases are published again when resumed");
        }
    }

    private static void write(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }
}
