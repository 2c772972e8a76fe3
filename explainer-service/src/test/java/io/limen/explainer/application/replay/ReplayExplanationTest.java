package io.limen.explainer.application.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.DeviceChoice;
import io.limen.explainer.application.Engine;
import io.limen.explainer.application.ExplainCase;
import io.limen.explainer.application.ExplanationId;
import io.limen.explainer.application.ExplanationOutcome.Explained;
import io.limen.explainer.application.ImageStore;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.Progress;
import io.limen.explainer.application.replay.RecordedExplanation.Computation;
import io.limen.explainer.application.replay.RecordedExplanation.Files;
import io.limen.explainer.application.stream.CaseAttribution;
import io.limen.explainer.application.stream.Cases;
import io.limen.explainer.application.stream.FakeDecoder;
import io.limen.explainer.application.stream.HalfBrightModel;
import io.limen.explainer.application.stream.ImageSource;
import io.limen.explainer.application.stream.IncomingCase;
import io.limen.explainer.application.stream.PictureReader;
import io.limen.explainer.application.stream.SourceRecord;
import io.limen.explainer.domain.attribution.Budget;
import io.limen.explainer.domain.attribution.Explanation;
import io.limen.explainer.domain.attribution.ExplanationSettings;
import io.limen.explainer.domain.intervention.DrawSchedule;
import io.limen.explainer.domain.replay.Cell;
import io.limen.explainer.domain.replay.ExplanationValues;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;

class ReplayExplanationTest {

    private static final Engine ENGINE = new Engine("1.0", "none", "cpu", 1, "this");
    private static final SourceRecord PLACE = new SourceRecord(1, 2);

    private final HalfBrightModel model = new HalfBrightModel();
    private final PictureReader pictures = new PictureReader(
            new FakeDecoder(),
            (uri, sha256) -> {
                throw new ImageStore.UnavailableImageException("no image there");
            },
            10);
    private IncomingCase retained = Cases.incoming("a", HalfBrightModel.ID, Cases.pictures(16), 0);
    private DeviceChoice opened;
    private int threads;

    private static ExplanationValues values(Explanation explanation) {
        TreeMap<String, List<Cell>> fields = new TreeMap<>();
        fields.put("explanationId", List.of(new Cell.Word(explanation.id())));
        fields.put(
                "draws",
                List.of(new Cell.Decimal(explanation.map().effects().get(0).draws())));
        return new ExplanationValues(fields);
    }

    private Replay replay(RecordedExplanation recorded) throws NotReplayableException {
        return replay(recorded, Optional.empty());
    }

    private Replay replay(RecordedExplanation recorded, Optional<DeviceChoice> device) throws NotReplayableException {
        ExplanationArchive archive = new ExplanationArchive() {
            @Override
            public RecordedExplanation find(ReplayRequest request, LongConsumer progress) {
                return recorded;
            }

            @Override
            public IncomingCase caseAt(SourceRecord place) {
                assertEquals(PLACE, place);
                return retained;
            }
        };
        return new ReplayExplanation(
                        archive,
                        pictures,
                        (asked, many) -> {
                            opened = asked;
                            threads = many;
                            return new ReplayPlace(
                                    id -> {
                                        if (!id.equals(HalfBrightModel.ID)) {
                                            throw new ModelRejectedException("no model " + id);
                                        }
                                        return model;
                                    },
                                    new ExplainCase(() -> 0),
                                    ENGINE);
                        },
                        ReplayExplanationTest::valuesOf)
                .replay(recorded, device, Progress.SILENT);
    }

    private static ExplanationValues valuesOf(CaseAttribution attribution) {
        return values(attribution.subject().explanation());
    }

    private void assertRefused(RecordedExplanation recorded, String why) {
        NotReplayableException refused = assertThrows(NotReplayableException.class, () -> replay(recorded));
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
    }

    @Test
    void theSameComesOutAgainOnWhatItWasComputedOn() throws Exception {
        Replay replay = replay(new Recorded().record());

        assertTrue(replay.comparison().identical(), replay.comparison().toString());
        assertEquals(List.of(), replay.circumstances());
        assertEquals(new DeviceChoice.Cpu(), opened);
        assertEquals(1, threads);
    }

    @Test
    void theUserMayNameAnotherDevice() throws Exception {
        replay(new Recorded().record(), Optional.of(new DeviceChoice.Gpu(2)));
        assertEquals(new DeviceChoice.Gpu(2), opened);
    }

    @Test
    void aRecordWithAnotherSeedDiffersAndIsSaidToBeAltered() throws Exception {
        Recorded altered = new Recorded();
        altered.seed = 8;

        Replay replay = replay(altered.record());

        assertEquals("explanationId", replay.comparison().differences().get(0).field());
        assertTrue(replay.circumstances().get(0).contains("not as it was published"));
    }

    @Test
    void otherCircumstancesAreTold() throws Exception {
        Recorded elsewhere = new Recorded();
        elsewhere.computation = Optional.of(new Computation(
                new Engine("0.9", "other", "cpu", 4, "that"),
                ExplanationId.METHOD,
                ExplanationId.ofDescription(model.description())));

        assertEquals(
                List.of(
                        "Limen: 0.9 then, 1.0 now",
                        "library: other then, none now",
                        "threads: 4 then, 1 now",
                        "processor: that then, this now"),
                replay(elsewhere.record()).circumstances());
        assertEquals(4, threads);
    }

    @Test
    void anotherCaseInItsPlaceIsNotExplained() throws Exception {
        RecordedExplanation recorded = new Recorded().record();
        for (IncomingCase other : List.of(
                Cases.incoming("b", HalfBrightModel.ID, Cases.pictures(16), 0),
                Cases.incoming("a", new io.limen.explainer.application.ModelId("half", "2"), Cases.pictures(16), 0),
                Cases.incoming("a", HalfBrightModel.ID, Cases.pictures(16), 1))) {
            retained = other;
            assertRefused(recorded, "another case lies where");
        }
    }

    @Test
    void anotherImageUnderTheSameNamesIsNotExplained() throws Exception {
        RecordedExplanation recorded = new Recorded().record();
        retained = Cases.incoming("a", HalfBrightModel.ID, Cases.pictures(15), 0);
        assertRefused(recorded, "the case's image is another");
    }

    @Test
    void anImageThatIsElsewhereAsksForItsStore() throws Exception {
        RecordedExplanation recorded = new Recorded().record();
        retained = Cases.incoming(
                "a",
                HalfBrightModel.ID,
                new IncomingCase.EncodedPictures(
                        new ImageSource.Reference("file:/x.png", "a".repeat(64)), Optional.empty(), Optional.empty()),
                0);
        assertRefused(recorded, "(--image-store says where images lie): no image there");
    }

    @Test
    void otherFilesAreNamed() throws Exception {
        Recorded recorded = new Recorded();
        Files own = recorded.files;

        recorded.files = new Files("d".repeat(64), own.image(), own.bank());
        assertRefused(
                recorded.record(),
                "the file of model half@1 is another: its SHA-256 begins with cccccccccccc, recorded is dddddddddddd");
        recorded.files = new Files(own.model(), own.image(), "d".repeat(64));
        assertRefused(recorded.record(), "the set of donor patches is another");
    }

    @Test
    void anotherMethodAndAnotherDescriptionAreNamed() throws Exception {
        Recorded recorded = new Recorded();
        recorded.computation = Optional.of(new Computation(ENGINE, "limen-0", "e".repeat(64)));
        assertRefused(recorded.record(), "another version of the method");
        recorded.computation = Optional.of(new Computation(ENGINE, ExplanationId.METHOD, "e".repeat(64)));
        assertRefused(
                recorded.record(), "what model.yaml says of input, normalisation, output and threshold is another");
    }

    @Test
    void whatTheClockCutShortIsNotComputedAgain() throws Exception {
        Recorded recorded = new Recorded();
        recorded.exhausted = true;
        assertRefused(recorded.record(), "cut short by its limit on the time");
        assertEquals(null, opened);
    }

    @Test
    void withoutAPlaceThereIsNothingToExplain() throws Exception {
        Recorded recorded = new Recorded();
        recorded.source = Optional.empty();
        assertRefused(recorded.record(), "does not say where its case lies");
    }

    @Test
    void ofAnOlderWorkerTheUsualSettingsAreTriedAndTheIdTells() throws Exception {
        Recorded old = new Recorded();
        old.said = false;
        old.computation = Optional.empty();
        assertTrue(replay(old.record()).comparison().identical());
        assertFalse(replay(old.record()).circumstances().isEmpty());

        old.seed = 8;
        assertRefused(old.record(), "does not record its settings");
    }

    /** What a worker published of the retained case, but for what a test changes. */
    private final class Recorded {

        long seed = 7;
        boolean said = true;
        boolean exhausted;
        Optional<SourceRecord> source = Optional.of(PLACE);
        Optional<Computation> computation = Optional.of(
                new Computation(ENGINE, ExplanationId.METHOD, ExplanationId.ofDescription(model.description())));
        Files files = new Files("c".repeat(64), sha256(), "b".repeat(64));

        private String sha256() {
            try {
                return pictures.read(retained).imageSha256();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }

        RecordedExplanation record() throws Exception {
            Explained explained = (Explained)
                    new ExplainCase(() -> 0).explain(pictures.read(retained), model, settings(7), Progress.SILENT);
            return new RecordedExplanation(
                    explained.explanation().id(),
                    retained.identity(),
                    HalfBrightModel.ID,
                    files,
                    0,
                    Cases.MIDDLE,
                    settings(seed),
                    said,
                    computation,
                    exhausted,
                    source,
                    values(explained.explanation()));
        }

        private ExplanationSettings settings(long chosen) {
            return new ExplanationSettings(
                    HalfBrightModel.BLOCK,
                    4,
                    DrawSchedule.Published.asPublished(),
                    chosen,
                    new Budget(Long.MAX_VALUE, Duration.ofSeconds(3)));
        }
    }
}
