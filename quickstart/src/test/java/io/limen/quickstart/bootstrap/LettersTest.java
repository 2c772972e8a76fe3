package io.limen.quickstart.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class LettersTest {

    private final Letters letters =
            Letters.of(List.of(letter(0, "killer"), letter(1, "innocent"), letter(2, "killer"), letter(3, "killer")));

    private static ConsumerRecord<byte[], byte[]> letter(long offset, String caseId) {
        return new ConsumerRecord<>("rejected", 0, offset, caseId.getBytes(StandardCharsets.UTF_8), null);
    }

    @Test
    void aLetterThatCameAgainIsCounted() {
        assertEquals(2, letters.repeats());
        assertEquals(3, letters.newest().get("killer").offset());
    }

    @Test
    void whoHasALetterAndDidNotDeserveItIsNamed() {
        assertEquals(Set.of("innocent"), letters.beside(Set.of("killer")));
        assertEquals(Set.of(), letters.beside(Set.of("killer", "innocent")));
    }
}
