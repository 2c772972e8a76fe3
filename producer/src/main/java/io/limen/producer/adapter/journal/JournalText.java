package io.limen.producer.adapter.journal;

import io.limen.producer.domain.identity.Receipt;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * What a journal's file holds.
 *
 * @param bytes all of it
 */
record JournalText(byte[] bytes) {

    /** 16 digits and the end of the line. */
    static final int LINE = 17;

    /** Two million receipts, and then some. */
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    static JournalText of(FileChannel channel) throws IOException {
        if (channel.size() > MOST_BYTES) {
            throw new IOException("larger than any journal");
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
        while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {
            // until the end
        }
        return new JournalText(Arrays.copyOf(bytes.array(), bytes.position()));
    }

    boolean startsWith(byte[] beginning) {
        return bytes.length >= beginning.length
                && Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length);
    }

    /** Whether it was cut short within its first line, of which the beginning is known, or is empty. */
    boolean endsWithin(byte[] beginning, int firstLine) {
        int known = Math.min(bytes.length, beginning.length);
        return bytes.length < firstLine && Arrays.equals(bytes, 0, known, beginning, 0, known);
    }

    String ascii(int from, int length) {
        return new String(bytes, from, length, StandardCharsets.US_ASCII);
    }

    /** The numbers of the receipts, up to the first line that is none: what follows it was never on the disk as a whole. */
    long[] receipts(int from) {
        LongStream.Builder numbers = LongStream.builder();
        for (int at = from; at + LINE <= bytes.length && bytes[at + LINE - 1] == '\n'; at += LINE) {
            try {
                numbers.add(Receipt.parse(new String(bytes, at, LINE - 1, StandardCharsets.US_ASCII))
                        .number());
            } catch (IllegalArgumentException e) {
                break;
            }
        }
        return numbers.build().toArray();
    }
}
