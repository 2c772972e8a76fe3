package io.limen.producer.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.producer.application.PublishReport.End;
import io.limen.producer.application.Reading.Unreadable;
import io.limen.producer.domain.deployment.Deployment;
import io.limen.producer.domain.deployment.ModelVersion;
import io.limen.producer.domain.image.Mask;
import io.limen.producer.domain.image.Pixels;
import io.limen.producer.domain.pace.Pace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordedPublishingTest {

    private static final ModelVersion UNET = new ModelVersion("unet", "1");
    private static final ModelVersion SEGFORMER = new ModelVersion("segformer", "1");
    private static final FakeSource SOURCE =
            new FakeSource(List.of(FakeSource.content(1), new Unreadable<>("damaged image"), FakeSource.content(2)));

    private static final PngEncoding ONE_PIXEL = new PngEncoding() {
        @Override
        public byte[] encode(Pixels pixels) {
            return new byte[] {1};
        }

        @Override
        public byte[] encode(Mask mask) {
            return new byte[] {2};
        }
    };

    private final RecordingProgress progress = new RecordingProgress();
    private final List<PublishRun> log = new ArrayList<>();
    private final AuditLog keeping = run -> {
        log.add(run);
        return Optional.empty();
    };

    private RecordedPublishing publishing(FakeResults results, AuditLog auditLog, int waits) {
        PatientClock clock = new PatientClock(waits);
        PublishCases.Surroundings surroundings = new PublishCases.Surroundings(progress, clock, clock);
        CaseAssembly assembly =
                new CaseAssembly(new ImageTransport(ONE_PIXEL, Optional.empty()), CaseCache.NONE, clock);
        return new RecordedPublishing(
                new PublishCases(assembly, results, ReceiptBook.NONE, surroundings), auditLog, "ada", surroundings);
    }

    private static PublishPlan plan(boolean strict) {
        return new PublishPlan(
                List.of(
                        new Deployment(UNET, "north"),
                        new Deployment(SEGFORMER, "north"),
                        new Deployment(UNET, "south")),
                9,
                new Pace(2),
                true,
                strict);
    }

    @Test
    void aRunIsOnRecordOnce() {
        PublishReport report =
                publishing(FakeResults.takingEverything(), keeping, 100).publish(SOURCE, plan(false));

        assertEquals(1, log.size());
        PublishRun run = log.get(0);
        assertEquals(new PublishReport(3, 0, 2, 2, 1, Duration.ofSeconds(1), End.COMPLETE), report);
        assertEquals(report, run.report());
        assertEquals("ada", run.by());
        assertEquals(List.of(UNET, SEGFORMER), run.models());
        assertEquals(Set.of("fake"), run.sources());
        assertEquals(PatientClock.START, run.startedAt());
        assertEquals(PatientClock.START.plusSeconds(1), run.endedAt());
    }

    @Test
    void aRunThatItsUserStopsIsOnRecord() {
        publishing(FakeResults.takingEverything(), keeping, 1).publish(SOURCE, plan(false));

        assertEquals(End.INTERRUPTED, log.get(0).report().end());
        assertEquals(1, log.get(0).report().delivered());
    }

    @Test
    void aRunThatEndsWithItsFirstFailureIsOnRecord() {
        publishing(FakeResults.takingEverything(), keeping, 100).publish(SOURCE, plan(true));

        assertEquals(End.FIRST_FAILURE, log.get(0).report().end());
    }

    @Test
    void aRunThatBreaksIsOnRecordWithWhatItCameTo() {
        FakeResults breaking = new FakeResults(index -> {
            if (index == 1) {
                throw new IllegalStateException("our own fault");
            }
            return new Delivery.Delivered();
        });

        RecordedPublishing publishing = publishing(breaking, keeping, 100);
        assertThrows(IllegalStateException.class, () -> publishing.publish(SOURCE, plan(false)));

        assertEquals(1, log.size());
        assertEquals(
                new PublishReport(3, 0, 1, 1, 1, Duration.ofSeconds(1), End.BROKEN),
                log.get(0).report());
    }

    /** Brokers acknowledge later; what the entry counts must be all that they have. */
    @Test
    void theRecordOfABrokenRunCountsWhatWasUnderWay() {
        FakeResults breaking = new FakeResults(index -> {
                    if (index == 1) {
                        throw new IllegalStateException("our own fault");
                    }
                    return new Delivery.Delivered();
                })
                .tellingLate();

        RecordedPublishing publishing = publishing(breaking, keeping, 100);
        assertThrows(IllegalStateException.class, () -> publishing.publish(SOURCE, plan(false)));

        assertEquals(1, log.get(0).report().delivered());
    }

    @Test
    void aRunThatTheLogDoesNotTakeHasNotGoneWell() {
        AuditLog refusing = run -> Optional.of("this run is not in the audit log");

        PublishReport whole = publishing(FakeResults.takingEverything(), refusing, 100)
                .publish(new FakeSource(List.of(FakeSource.content(1))), plan(false));
        PublishReport stopped =
                publishing(FakeResults.takingEverything(), refusing, 1).publish(SOURCE, plan(false));

        assertEquals(End.NOT_RECORDED, whole.end());
        assertEquals(End.NOT_RECORDED, stopped.end());
        assertEquals(1, stopped.delivered());
        assertEquals(
                2,
                progress.events.stream()
                        .filter("this run is not in the audit log"::equals)
                        .count());
    }
}
