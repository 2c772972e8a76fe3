package io.limen.aggregator.adapter.dashboard.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limen.schemas.AuditEntry;
import io.limen.schemas.AuditOutcome;
import io.limen.schemas.AuditRole;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class AuditTrailTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final List<AuditEntry> kept = new CopyOnWriteArrayList<>();

    private final AuditTrail trail = new AuditTrail(kept::add, now::get);

    private static AuditEntry refused(int number) {
        return AuditEntry.newBuilder()
                .setRequestId(Integer.toString(number))
                .setAt(Instant.EPOCH)
                .setWho("anonymous")
                .setRole(AuditRole.NONE)
                .setAddress("192.0.2.7")
                .setMethod("POST")
                .setPath("/")
                .setOutcome(AuditOutcome.UNAUTHENTICATED)
                .setStatus(401)
                .build();
    }

    @Test
    void attemptsAreKeptInTheirOrder() {
        trail.record(refused(1));
        trail.record(refused(2));
        trail.close();

        assertEquals(
                List.of("1", "2"), kept.stream().map(AuditEntry::getRequestId).toList());
        assertEquals(List.of(0L, 0L), kept.stream().map(AuditEntry::getLeftOut).toList());
    }

    @Test
    void ofAFloodTheNumberIsKept() {
        for (int i = 0; i < AuditTrail.MOST_PER_MINUTE + 1_000; i++) {
            trail.record(refused(i));
        }
        now.set(Instant.EPOCH.plus(Duration.ofMinutes(1)));
        trail.record(refused(-1));
        trail.close();

        long counted = kept.stream().mapToLong(entry -> 1 + entry.getLeftOut()).sum();
        assertEquals(AuditTrail.MOST_PER_MINUTE + 1_000 + 1, counted);
        assertEquals("-1", kept.get(kept.size() - 1).getRequestId());
    }

    @Test
    void whatTheBrokerDidNotTakeIsCountedInTheNextEntry() {
        AuditTrail here = new AuditTrail(
                entry -> {
                    boolean there = entry.getRequestId().equals("3");
                    if (there) {
                        kept.add(entry);
                    }
                    return there;
                },
                now::get);
        here.record(refused(1));
        here.record(refused(2));
        here.record(refused(3));
        here.close();

        assertEquals(1, kept.size());
        assertEquals(2, kept.get(0).getLeftOut());
    }
}
