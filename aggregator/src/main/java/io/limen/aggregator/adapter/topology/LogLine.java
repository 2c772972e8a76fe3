package io.limen.aggregator.adapter.topology;

/** Text that may come from a record, made fit for a log: one line of bounded length, without control characters. */
final class LogLine {

    /** Characters of the text that are kept. */
    static final int MAX_LENGTH = 200;

    private LogLine() {}

    /** The text's first {@value #MAX_LENGTH} characters, a blank for each that is a control, format or separator of lines. */
    static String of(String text) {
        String known = String.valueOf(text);
        String cut = known.length() <= MAX_LENGTH ? known : known.substring(0, MAX_LENGTH) + "...";
        return cut.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", " ");
    }
}
