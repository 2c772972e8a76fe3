package io.limen.aggregator.adapter.dashboard.cases;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** An explanation's id, 64 hexadecimal digits, as four numbers: 32 bytes where a text takes more than 100. */
record IdWords(long first, long second, long third, long fourth) {

    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{64}");

    /** Empty when the text is no id. */
    static Optional<IdWords> of(String text) {
        return DIGITS.matcher(text).matches()
                ? Optional.of(new IdWords(word(text, 0), word(text, 1), word(text, 2), word(text, 3)))
                : Optional.empty();
    }

    private static long word(String text, int index) {
        return HexFormat.fromHexDigitsToLong(text, 16 * index, 16 * index + 16);
    }

    String text() {
        HexFormat digits = HexFormat.of();
        return digits.toHexDigits(first)
                + digits.toHexDigits(second)
                + digits.toHexDigits(third)
                + digits.toHexDigits(fourth);
    }

    /** Mixed, for whoever writes records chooses the digits. */
    int bucket(int buckets, long salt) {
        long mixed = (first ^ salt) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ second ^ mixed >>> 32) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ third ^ mixed >>> 29) * 0x94D049BB133111EBL;
        mixed = (mixed ^ fourth ^ mixed >>> 31) * 0x9E3779B97F4A7C15L;
        return (int) ((mixed >>> 32) & (buckets - 1));
    }
}
