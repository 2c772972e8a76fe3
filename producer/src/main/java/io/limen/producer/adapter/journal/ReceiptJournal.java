package io.limen.producer.adapter.journal;

import io.limen.producer.application.BadInput;
import io.limen.producer.application.OwnerOnly;
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
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Receipts in a file that is only ever appended to: a first line that says which options it is for and holds a random salt,
 * then a line for each receipt, salted: names of files are guessed easily. A process that is killed leaves at most half a line behind, which the next one cuts off.
 */
public final class ReceiptJournal implements ReceiptBook {

    private static final String TITLE = "limen publish journal 2 ";

    private static final int SALT_DIGITS = 32;

    /** A power cut costs at most so many receipts, whose cases are published again; forcing each would halve the rate. */
    private static final int FORCED_EVERY = 500;

    private final FileChannel channel;
    private final String salt;
    private final long[] earlier;
    private final Consumer<String> notes;
    private int unforced;

    private ReceiptJournal(FileChannel channel, String salt, long[] earlier, Consumer<String> notes) {
        this.channel = channel;
        this.salt = salt;
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
                    file,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    OwnerOnly.file(file));
            try {
                return opened(channel, file, TITLE + options.hex() + " ", notes);
            } catch (BadInput | IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new BadInput("--resume: can't read and write " + file);
        }
    }

    private static ReceiptJournal opened(FileChannel channel, Path file, String beginning, Consumer<String> notes)
            throws IOException {
        lock(channel, file);
        JournalText text = JournalText.of(channel);
        byte[] known = beginning.getBytes(StandardCharsets.US_ASCII);
        int firstLine = known.length + SALT_DIGITS + 1;
        if (text.endsWithin(known, firstLine)) {
            String salt = newSalt();
            channel.truncate(0);
            write(channel, (beginning + salt + "\n").getBytes(StandardCharsets.US_ASCII));
            channel.force(true);
            return new ReceiptJournal(channel, salt, new long[0], notes);
        }
        check(text, known, file);
        long[] receipts = text.receipts(firstLine);
        channel.truncate(firstLine + (long) receipts.length * JournalText.LINE);
        channel.position(channel.size());
        Arrays.sort(receipts);
        return new ReceiptJournal(channel, text.ascii(known.length, SALT_DIGITS), receipts, notes);
    }

    private static void check(JournalText text, byte[] beginning, Path file) {
        if (!text.startsWith(TITLE.getBytes(StandardCharsets.US_ASCII))) {
            throw new BadInput("--resume: " + file + " is there already, and no journal of this limen publish");
        }
        if (!text.startsWith(beginning)) {
            throw new BadInput("--resume: " + file + " was begun with other options, another folder or another broker");
        }
    }

    private static String newSalt() {
        byte[] salt = new byte[SALT_DIGITS / 2];
        new SecureRandom().nextBytes(salt);
        return HexFormat.of().formatHex(salt);
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
        return Arrays.binarySearch(earlier, receipt.salted(salt).number()) >= 0;
    }

    @Override
    public synchronized void add(Receipt receipt) {
        try {
            write(channel, (receipt.salted(salt) + "\n").getBytes(StandardCharsets.US_ASCII));
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
