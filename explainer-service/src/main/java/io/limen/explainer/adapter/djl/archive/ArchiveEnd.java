package io.limen.explainer.adapter.djl.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * The last bytes of an archive, by which every reader finds its directory. Readers look for them in their own ways: one skips
 * an end that its comment doesn't fit, another takes the last one that looks like an end. So that Java checks what
 * libtorch will run, only the form is taken that can't be read in two ways, and that libtorch writes: the directory, the
 * 64-bit end and its locator where there are any, the end without a comment, each right behind the other.
 *
 * <p>Layouts and values: zip specification (PKWARE, APPNOTE), 4.3.14 to 4.3.16.
 */
final class ArchiveEnd {

    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LOCATOR = 0x07064b50;
    private static final int LOCATOR_BYTES = 20;
    private static final int LONG_END = 0x06064b50;
    private static final int LONG_END_BYTES = 56;

    /** What the 64-bit end says of its own length: all of it but the mark and this number. */
    private static final int LONG_END_LENGTH = LONG_END_BYTES - 12;

    private static final int LONGEST = LONG_END_BYTES + LOCATOR_BYTES + END_BYTES;

    private final ByteBuffer tail;
    private final long tailAt;
    private final int end;

    private ArchiveEnd(ByteBuffer tail, long tailAt) {
        this.tail = tail;
        this.tailAt = tailAt;
        this.end = tail.limit() - END_BYTES;
    }

    /**
     * The number of files that the directory says it has.
     *
     * @throws IOException when the archive's end is missing, or can be read in two ways
     */
    static long files(Path archive) throws IOException {
        try (FileChannel channel = FileChannel.open(archive)) {
            long size = channel.size();
            ByteBuffer tail = ByteBuffer.allocate((int) Math.min(LONGEST, size)).order(ByteOrder.LITTLE_ENDIAN);
            long tailAt = size - tail.capacity();
            while (tail.hasRemaining() && channel.read(tail, tailAt + tail.position()) >= 0) {
                // the channel may give less than is asked for
            }
            return new ArchiveEnd(tail.flip(), tailAt).files();
        }
    }

    private long files() throws IOException {
        require(end >= 0 && tail.getInt(end) == END && unsignedShort(20) == 0);
        require(unsignedShort(4) == 0 && unsignedShort(6) == 0 && unsignedShort(8) == unsignedShort(10));
        int locator = end - LOCATOR_BYTES;
        if (locator >= 0 && tail.getInt(locator) == LOCATOR) {
            return longFiles(locator - LONG_END_BYTES, locator);
        }
        require(unsignedInt(16) + unsignedInt(12) == tailAt + end);
        return unsignedShort(10);
    }

    private long longFiles(int longEnd, int locator) throws IOException {
        require(longEnd >= 0 && tail.getInt(longEnd) == LONG_END && tail.getLong(longEnd + 4) == LONG_END_LENGTH);
        require(tail.getInt(locator + 4) == 0 && tail.getLong(locator + 8) == tailAt + longEnd);
        long files = tail.getLong(longEnd + 32);
        long bytes = tail.getLong(longEnd + 40);
        long from = tail.getLong(longEnd + 48);
        require(tail.getLong(longEnd + 16) == 0 && tail.getLong(longEnd + 24) == files && files >= 0);
        require(bytes >= 0 && from >= 0 && bytes <= tailAt + longEnd && from == tailAt + longEnd - bytes);
        require(same(unsignedShort(10), files, 0xffffL));
        require(same(unsignedInt(12), bytes, 0xffffffffL) && same(unsignedInt(16), from, 0xffffffffL));
        return files;
    }

    /** Whether the short end says what the 64-bit one says, or points to it. */
    private static boolean same(long shortOne, long longOne, long seeThere) {
        return shortOne == longOne || shortOne == seeThere;
    }

    private long unsignedShort(int field) {
        return Short.toUnsignedLong(tail.getShort(end + field));
    }

    private long unsignedInt(int field) {
        return Integer.toUnsignedLong(tail.getInt(end + field));
    }

    private static void require(boolean holds) throws IOException {
        if (!holds) {
            throw new IOException("its last bytes are not the end of one archive as libtorch writes it");
        }
    }
}
