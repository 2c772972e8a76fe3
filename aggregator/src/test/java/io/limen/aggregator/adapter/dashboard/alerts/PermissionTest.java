package io.limen.aggregator.adapter.dashboard.alerts;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PermissionTest {

    private final Permission open = new Permission(Optional.empty());
    private final Permission closed = new Permission(Optional.of("secret"));

    @Test
    void withoutATokenOnlyThisMachineMay() {
        assertTrue(open.allows(null, "127.0.0.1"));
        assertTrue(open.allows(null, "::1"));
        assertFalse(open.allows(null, "10.1.2.3"));
        assertFalse(open.allows("Bearer anything", "10.1.2.3"));
        assertFalse(open.allows(null, null));
    }

    @Test
    void withATokenOnlyWhoShowsItMay() {
        assertTrue(closed.allows("Bearer secret", "10.1.2.3"));
        assertFalse(closed.allows("Bearer secre", "127.0.0.1"));
        assertFalse(closed.allows("secret", "127.0.0.1"));
        assertFalse(closed.allows(null, "127.0.0.1"));
    }
}
