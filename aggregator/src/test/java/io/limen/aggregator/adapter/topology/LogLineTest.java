package io.limen.aggregator.adapter.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LogLineTest {

    @Test
    void plainTextIsKept() {
        assertEquals("bytes follow the record: 3", LogLine.of("bytes follow the record: 3"));
    }

    @Test
    void noTextBeginsALineOfItsOwnOrColoursTheTerminal() {
        assertEquals("a  WARN b [31m c d", LogLine.of("a\r\nWARN b\u001b[31m\u2028c\u202ed"));
    }

    @Test
    void longTextIsCut() {
        assertEquals("x".repeat(LogLine.MAX_LENGTH) + "...", LogLine.of("x".repeat(100_000)));
    }

    @Test
    void noMessageIsNoFault() {
        assertEquals("null", LogLine.of(null));
    }
}
