package io.limen.producer.adapter.http.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.producer.adapter.http.events.InferenceEvent.Half;
import io.limen.producer.adapter.http.events.WaitingHalves.Inference;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaitingHalvesTest {

    private Instant now = Instant.parse("2026-03-01T08:00:00Z");
    private int dropped;
    private final WaitingHalves halves = new WaitingHalves(() -> now, () -> dropped++);

    private static InferenceEvent half(String id, Half half, int bytes) {
        return new InferenceEvent(id, "skin", half, new byte[bytes]);
    }

    @Test
    void halvesOfOneIdAreJoinedInWhateverOrder() {
        halves.join("a", half("1", Half.RESPONSE, 5));

        Inference inference = halves.join("a", half("1", Half.REQUEST, 7)).orElseThrow();

        assertEquals(7, inference.request().payload().length);
        assertEquals(5, inference.response().payload().length);
    }

    @Test
    void halvesOfDifferentCallersAreNotJoined() {
        halves.join("a", half("1", Half.RESPONSE, 5));

        assertEquals(Optional.empty(), halves.join("b", half("1", Half.REQUEST, 7)));
    }

    @Test
    void halfThatWaitedTooLongIsGivenUp() {
        halves.join("a", half("1", Half.REQUEST, 5));
        now = now.plusSeconds(121);
        halves.join("a", half("2", Half.REQUEST, 5));

        assertEquals(1, dropped);
        assertEquals(Optional.empty(), halves.join("a", half("1", Half.RESPONSE, 5)));
    }

    @Test
    void oldestIsGivenUpWhenTheyTakeTooMuchMemory() {
        int large = 50 * 1024 * 1024;
        halves.join("a", half("1", Half.REQUEST, large));
        halves.join("a", half("2", Half.REQUEST, large));
        halves.join("a", half("3", Half.REQUEST, large));

        assertEquals(1, dropped);
        assertTrue(halves.join("a", half("3", Half.RESPONSE, 1)).isPresent());
    }

    @Test
    void noMoreThanAThousandWait() {
        for (int i = 0; i <= 1_000; i++) {
            halves.join("a", half("id" + i, Half.REQUEST, 1));
        }

        assertEquals(1, dropped);
    }
}
