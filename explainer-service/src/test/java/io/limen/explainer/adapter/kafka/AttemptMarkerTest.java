package io.limen.explainer.adapter.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttemptMarkerTest {

    @Test
    void aMarkerIsReadAsItWasWritten() {
        AttemptMarker marker = new AttemptMarker(123_456_789_012L, 2);
        assertEquals(Optional.of(marker), AttemptMarker.parse(marker.text()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "attempts",
                "limen: record -1 begun 1 times",
                "limen: record 1 begun 9999999 times",
                "limen: record 9999999999999999999 begun 1 times"
            })
    void whatAnotherHasWrittenIsNoMarker(String text) {
        assertEquals(Optional.empty(), AttemptMarker.parse(text));
    }
}
