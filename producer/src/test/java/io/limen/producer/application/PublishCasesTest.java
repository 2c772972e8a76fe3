package io.limen.producer.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limen.producer.application.PublishReport.End;
import io.limen.producer.application.Reading.Unreadable;
import io.limen.producer.domain.deployment.Deployment;
import io.limen.producer.domain.deployment.ModelVersion;
import io.limen.producer.domain.identity.Receipt;
import io.limen.producer.domain.image.Mask;
import io.limen.producer.domain.image.Pixels;
import io.limen.producer.domain.pace.Pace;
import io.limen.producer.domain.result.CaseImage;
import io.limen.producer.domain.result.SegmentedCase;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PublishCasesTest {

    private static final Deployment UNET = new Deployment(new ModelVersion("unet", "1"), "north");
    private static final Deployment SEGFORMER = new Deployment(new ModelVersion("segformer", "1"), "north");
    private static final PublishPlan PLAN = new PublishPlan(List.of(UNET), 100, Pace.UNLIMITED, true, false);

    private final RecordingProgress progress = new RecordingProgress();
    private final FakeReceipts receipts = new FakeReceipts();
    private final PatientClock clock = new PatientClock(100);

    @Test
    void everyCaseIsPublishedWithItsGroundTruth() {
        FakeResults results = FakeResults.takingEverything();

        PublishReport report = publish(source(3), PLAN, results);

        assertEquals(new PublishReport(3, 0, 3, 3, 0, Duration.ZERO, End.COMPLETE), report);
        assertEquals(3, results.published.size());
        assertEquals(1, results.flushes);
        assertEquals(
                List.of("started 3", "a note", "delivered", "delivered", "delivered", "finished"), progress.events);
    }

    @Test
    void casesGoToTheModelsInTurn() {
        FakeResults results = FakeResults.takingEverything();
        PublishPlan plan = new PublishPlan(List.of(UNET, SEGFORMER), 100, Pace.UNLIMITED, true, false);

        publish(source(3), plan, results);

        assertEquals(
                List.of(UNET, SEGFORMER, UNET),
                results.published.stream().map(SegmentedCase::deployment).toList());
    }

    @Test
    void theLimitEndsThePublishing() {
        FakeResults results = FakeResults.takingEverything();

        PublishReport report =
                publish(source(3), new PublishPlan(List.of(UNET), 2, Pace.UNLIMITED, true, false), results);

        assertEquals(2, results.published.size());
        assertEquals(End.COMPLETE, report.end());
    }

    @Test
    void groundTruthCanBeLeftOut() {
        FakeResults results = FakeResults.takingEverything();

        PublishReport report =
                publish(source(1), new PublishPlan(List.of(UNET), 9, Pace.UNLIMITED, false, false), results);

        assertEquals(0, report.withGroundTruth());
        assertEquals(Optional.empty(), results.published.get(0).masks().groundTruth());
    }

    @Test
    void anUnreadableCaseIsSaidAndTheRestGoesThrough() {
        FakeResults results = FakeResults.takingEverything();
        FakeSource source = new FakeSource(
                List.of(FakeSource.content(1), new Unreadable<>("damaged image"), FakeSource.content(2)));

        PublishReport report = publish(source, PLAN, results);

        assertEquals(2, report.delivered());
        assertEquals(1, report.failed());
        assertEquals("case 1: damaged image", progress.events.get(3));
    }

    @Test
    void aFaultOfOursWhileACaseIsReadIsThatCasesAloneAndTellsNothingOfIt() {
        FakeSource source = new FakeSource(Arrays.asList(FakeSource.content(1), null, FakeSource.content(2)));

        PublishReport report = publish(source, PLAN, FakeResults.takingEverything());

        assertEquals(2, report.delivered());
        assertEquals(1, report.failed());
        assertEquals("case 1: can't be read: internal error", progress.events.get(3));
    }

    @Test
    void whoIsStrictStopsAtTheFirstFailure() {
        FakeResults results = FakeResults.takingEverything();
        FakeSource source = new FakeSource(
                List.of(FakeSource.content(1), new Unreadable<>("damaged image"), FakeSource.content(2)));

        PublishReport report = publish(source, new PublishPlan(List.of(UNET), 9, Pace.UNLIMITED, true, true), results);

        assertEquals(new PublishReport(3, 0, 1, 1, 1, Duration.ZERO, End.FIRST_FAILURE), report);
        assertEquals(1, results.flushes);
    }

    @Test
    void aRefusedCaseIsSaidAndTheRestGoesThrough() {
        FakeResults results =
                new FakeResults(index -> index == 0 ? new Delivery.Refused("too large") : new Delivery.Delivered());

        PublishReport report = publish(source(2), PLAN, results);

        assertEquals(1, report.delivered());
        assertEquals(1, report.failed());
        assertEquals("case 0: too large", progress.events.get(2));
    }

    @Test
    void anImageThatMemoryCanNotHoldIsSaidAndTheRestGoesThrough() {
        FakeResults results = new FakeResults(index -> {
            if (index == 0) {
                throw new OutOfMemoryError("as a large allocation raises it");
            }
            return new Delivery.Delivered();
        });

        PublishReport report = publish(source(2), PLAN, results);

        assertEquals(1, report.delivered());
        assertEquals(1, report.failed());
    }

    @Test
    void publishingEndsWhenTheBrokerIsLost() {
        FakeResults results =
                new FakeResults(index -> index == 1 ? new Delivery.BrokerLost("gone") : new Delivery.Delivered());

        PublishReport report = publish(source(10), PLAN, results);

        assertEquals(new PublishReport(10, 0, 1, 1, 1, Duration.ZERO, End.BROKER_LOST), report);
        assertEquals(2, results.published.size());
    }

    @Test
    void casesKeepThePaceAndCarryTheirTime() {
        FakeResults results = FakeResults.takingEverything();

        publish(source(3), new PublishPlan(List.of(UNET), 9, new Pace(2), true, false), results);

        assertEquals(
                List.of(0L, 500L, 1000L),
                results.published.stream()
                        .map(published -> Duration.between(PatientClock.START, published.segmentedAt())
                                .toMillis())
                        .toList());
    }

    @Test
    void theUserMayStopAndWhatWasSentIsFlushed() {
        FakeResults results = FakeResults.takingEverything();
        PatientClock impatient = new PatientClock(2);
        PublishPlan plan = new PublishPlan(List.of(UNET), 9, new Pace(2), true, false);

        PublishReport report = publish(source(9), plan, useCase(results, impatient));

        assertEquals(End.INTERRUPTED, report.end());
        assertEquals(2, report.delivered());
        assertEquals(1, results.flushes);
    }

    /** The model beside us ends by the same Ctrl-C. */
    @Test
    void theCaseThatAModelHasWhenTheUserStopsIsPassedOver() {
        PatientClock user = new PatientClock(1);
        Segmenter ending = new Segmenter() {
            @Override
            public Reading<Mask> segment(ModelVersion model, Pixels image) {
                user.await(Duration.ZERO);
                return new Unreadable<>("the process of unet@1 ended at it");
            }

            @Override
            public void close() {
                // nothing runs
            }
        };
        CaseAssembly assembly = new CaseAssembly(
                new ImageTransport(png(1), Optional.empty()), CaseCache.NONE, user, Optional.of(ending));

        PublishReport report = publish(
                source(1),
                PLAN,
                new PublishCases(
                        assembly,
                        FakeResults.takingEverything(),
                        receipts,
                        new PublishCases.Surroundings(progress, user, user)));

        assertEquals(new PublishReport(1, 0, 0, 0, 0, Duration.ZERO, End.INTERRUPTED), report);
    }

    @Test
    void whatAnEarlierRunHasPublishedIsLeftOut() {
        receipts.earlier.add(Receipt.of("case 1", UNET));
        FakeResults results = FakeResults.takingEverything();

        PublishReport report = publish(source(3), PLAN, results);

        assertEquals(new PublishReport(2, 1, 2, 2, 0, Duration.ZERO, End.COMPLETE), report);
        assertEquals(List.of(Receipt.of("case 0", UNET), Receipt.of("case 2", UNET)), receipts.added);
    }

    /** Leaving a case out must not change the model that the next one goes to. */
    @Test
    void theModelsStillTakeTurnsByTheirOldOrder() {
        receipts.earlier.add(Receipt.of("case 0", UNET));
        FakeResults results = FakeResults.takingEverything();

        publish(source(3), new PublishPlan(List.of(UNET, SEGFORMER), 9, Pace.UNLIMITED, true, false), results);

        assertEquals(
                List.of(SEGFORMER, UNET),
                results.published.stream().map(SegmentedCase::deployment).toList());
    }

    @Test
    void onlyWhatTheBrokerHasIsWrittenDown() {
        FakeResults results = new FakeResults(index -> switch (index) {
            case 0 -> new Delivery.Refused("too large");
            case 1 -> new Delivery.Delivered();
            default -> new Delivery.BrokerLost("gone");
        });

        publish(source(3), PLAN, results);

        assertEquals(List.of(Receipt.of("case 1", UNET)), receipts.added);
    }

    @Test
    void aJournalThatIsLostIsSaidOnceAndPublishingGoesOn() {
        receipts.full = true;

        PublishReport report = publish(source(3), PLAN, FakeResults.takingEverything());

        assertEquals(3, report.delivered());
        assertEquals(
                1,
                progress.events.stream()
                        .filter(line -> line.startsWith("the journal can't be written"))
                        .count());
    }

    @Test
    void aReplayGivesTheSameIdentities() {
        FakeResults first = FakeResults.takingEverything();
        FakeResults second = FakeResults.takingEverything();

        publish(source(3), PLAN, first);
        publish(source(3), PLAN, second);

        assertEquals(ids(first), ids(second));
        assertEquals(3, ids(first).stream().distinct().count());
    }

    private static List<String> ids(FakeResults results) {
        return results.published.stream()
                .map(published ->
                        published.id().value() + " " + published.study().value())
                .toList();
    }

    private static FakeSource source(int size) {
        return new FakeSource(
                IntStream.range(0, size).mapToObj(FakeSource::content).toList());
    }

    private PublishReport publish(FakeSource source, PublishPlan plan, FakeResults results) {
        return publish(source, plan, useCase(results, clock));
    }

    private PublishReport publish(FakeSource source, PublishPlan plan, PublishCases cases) {
        return cases.publish(source, plan, cases.agenda(source, plan), new Tally(progress));
    }

    @Test
    void publishingEndsWhenTheImageStoreIsAwayForThreeImagesInARow() {
        List<Object> asked = new ArrayList<>();
        ImageStore away = (png, sha256) -> {
            asked.add(sha256);
            throw new ImageStoreAwayException("the store does not answer", null);
        };

        PublishReport report = publish(source(10), PLAN, largeImages(away));

        assertEquals(new PublishReport(10, 0, 0, 0, 3, Duration.ZERO, End.STORE_LOST), report);
        assertEquals(3, asked.size());
    }

    @Test
    void aStoreThatComesBackOrRefusesSingleImagesIsNotGivenUp() {
        int[] asked = {0};
        ImageStore restless = (png, sha256) -> {
            // twice away, then there, and once more of the same
            if (asked[0]++ % 3 < 2) {
                throw new ImageStoreAwayException("away", null);
            }
            return URI.create("file:///store/kept.png");
        };
        ImageStore refusing = (png, sha256) -> {
            throw new ImageNotKeptException("refused", null);
        };

        assertEquals(
                new PublishReport(6, 0, 2, 2, 4, Duration.ZERO, End.COMPLETE),
                publish(source(6), PLAN, largeImages(restless)));
        assertEquals(
                End.COMPLETE, publish(source(6), PLAN, largeImages(refusing)).end());
    }

    private PublishCases largeImages(ImageStore store) {
        return useCase(FakeResults.takingEverything(), clock, CaseImage.INLINE_LIMIT + 1, Optional.of(store));
    }

    private PublishCases useCase(FakeResults results, PatientClock time) {
        return useCase(results, time, 1, Optional.empty());
    }

    private PublishCases useCase(FakeResults results, PatientClock time, int pngBytes, Optional<ImageStore> store) {
        CaseAssembly assembly = new CaseAssembly(new ImageTransport(png(pngBytes), store), CaseCache.NONE, time);
        return new PublishCases(assembly, results, receipts, new PublishCases.Surroundings(progress, time, time));
    }

    private static PngEncoding png(int pngBytes) {
        return new PngEncoding() {
            @Override
            public byte[] encode(Pixels pixels) {
                return new byte[pngBytes];
            }

            @Override
            public byte[] encode(Mask mask) {
                return new byte[] {2};
            }
        };
    }
}
