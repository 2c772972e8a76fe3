package io.limen.explainer.application.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseIdentityTest {

    private static CaseIdentity identity(String caseId, Map<String, String> attributes) {
        return new CaseIdentity(caseId, Optional.empty(), "site", Instant.EPOCH, attributes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "line\nbreak", "nul\u0000", "line\u2028break", "line \u202eturned round", "half \ud83d"
            })
    void aCaseIdThatIsNoneIsRefusedWithoutBeingRepeated(String caseId) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> identity(caseId, Map.of()));
        assertFalse(refused.getMessage().contains("line"));
    }

    @Test
    void aCaseIdHasAtMost200Characters() {
        assertEquals(200, identity("x".repeat(200), Map.of()).caseId().length());
        assertThrows(IllegalArgumentException.class, () -> identity("x".repeat(201), Map.of()));
    }

    @Test
    void aStudyIdIsHeldToTheSame() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new CaseIdentity("a", Optional.of("\r"), "site", Instant.EPOCH, Map.of()));
    }

    @Test
    void attributesAreLimitedInNumberAndLength() {
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i < 65; i++) {
            many.put("k" + i, "v");
        }
        assertThrows(IllegalArgumentException.class, () -> identity("a", many));
        assertThrows(IllegalArgumentException.class, () -> identity("a", Map.of("k", "v".repeat(1001))));
        assertThrows(IllegalArgumentException.class, () -> identity("a", Map.of("k".repeat(1001), "v")));
    }
}
