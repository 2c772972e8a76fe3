package io.limen.explainer.application.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.limen.explainer.application.ImageStore;
import io.limen.explainer.application.ImageStoreUnavailableException;
import io.limen.explainer.application.ModelId;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.stream.IncomingCase.EncodedPictures;
import io.limen.explainer.domain.load.Load;
import io.limen.explainer.domain.load.OverloadPolicy;
import io.limen.explainer.domain.load.Relief;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseExplainerTest {

    private static final Optional<byte[]> NONE = Optional.empty();

    private static Verdict judge(IncomingCase subject) {
        return Cases.explainer(new HalfBrightModel()).judge(Cases.delivery(subject));
    }

    private static Verdict judge(EncodedPictures pictures) {
        return judge(Cases.incoming("a", HalfBrightModel.ID, pictures, 0));
    }

    private static void assertFailed(String reason, Optional<ModelId> model, Verdict verdict) {
        assertEquals(new Verdict.Rejected(Rejection.failed(reason), model), verdict);
    }

    private static void assertFailed(String reason, Verdict verdict) {
        assertFailed(reason, Optional.of(HalfBrightModel.ID), verdict);
    }

    @Test
    void aGoodCaseIsExplainedWithItsIdentityModelAndPicture() {
        Verdict verdict = Cases.explainer(new HalfBrightModel()).judge(Cases.good("a"));
        CaseAttribution attribution =
                assertInstanceOf(Verdict.Explained.class, verdict).attribution();
        assertEquals("a", attribution.identity().caseId());
        assertEquals(HalfBrightModel.ID, attribution.subject().model().id());
        assertEquals(1, attribution.overlay().length);
        // echo -ne '\x10' | sha256sum
        assertEquals(
                "c555eab45d08845ae9f10d452a99bfcb06f74a50b988fe7e48dd323789b88ee3",
                attribution.subject().imageSha256());
    }

    @Test
    void whereACaseLiesIsToldAndChangesNothingOfItsExplanation() {
        Delivery.Content content = Cases.good("a").content();
        CaseAttribution first = attributionOf(lying(content, Optional.of(new SourceRecord(2, 40))));
        CaseAttribution second = attributionOf(lying(content, Optional.empty()));

        assertEquals(Optional.of(new SourceRecord(2, 40)), first.source());
        assertEquals(Optional.empty(), second.source());
        assertEquals(
                second.subject().explanation().id(),
                first.subject().explanation().id());
    }

    private static CaseAttribution attributionOf(Delivery delivery) {
        Verdict verdict = Cases.explainer(new HalfBrightModel()).judge(delivery);
        return assertInstanceOf(Verdict.Explained.class, verdict).attribution();
    }

    private static Delivery lying(Delivery.Content content, Optional<SourceRecord> place) {
        return new Delivery() {
            @Override
            public Content content() {
                return content;
            }

            @Override
            public int number() {
                return 1;
            }

            @Override
            public Optional<SourceRecord> lies() {
                return place;
            }
        };
    }

    /** Everybody waits, and explanations take long. */
    private static Admissions overloaded(double leastProbability) {
        AtomicLong now = new AtomicLong();
        Admissions admissions = new Admissions(
                Optional.of(new OverloadPolicy(Duration.ofMinutes(1), 0.5, leastProbability)),
                () -> Optional.of(new Load(100, 1000, 1)),
                now::get);
        Admissions.Admission first = admissions.admit(identity("first", Optional.empty()), Optional.empty());
        now.addAndGet(Duration.ofSeconds(10).toNanos());
        admissions.explained(first);
        return admissions;
    }

    @Test
    void aCaseWhoseLotIsNotDrawnIsGivenUpWithItsProbabilityAndWithoutALookAtItsModel() {
        Verdict verdict = Cases.explainer(new HalfBrightModel(), overloaded(0.01))
                .judge(Cases.delivery(Cases.incoming("case-1", new ModelId("other", "1"), Cases.pictures(16), 0)));

        assertEquals(new Verdict.Rejected(Rejection.sampledOut(0.01), Optional.empty()), verdict);
    }

    @Test
    void aCaseThatIsDrawnSaysWithWhatProbabilityAndHowMuchOfTheTimeItHad() {
        Verdict verdict =
                Cases.explainer(new HalfBrightModel(), overloaded(0.9)).judge(Cases.good("case-1"));

        CaseAttribution attribution =
                assertInstanceOf(Verdict.Explained.class, verdict).attribution();
        assertEquals(new Relief(0.5, 0.9, Optional.of(Duration.ofSeconds(5))), attribution.relief());
        assertEquals(
                Duration.ofSeconds(5), attribution.subject().settings().budget().maxDuration());
    }

    @Test
    void imagesOfAStudyHaveOneLot() {
        Admissions admissions = overloaded(0.5);
        for (int study = 0; study < 20; study++) {
            Optional<String> name = Optional.of("study-" + study);
            boolean first = admissions
                    .admit(identity("a" + study, name), Optional.empty())
                    .admitted();
            assertEquals(
                    first,
                    admissions
                            .admit(identity("b" + study, name), Optional.empty())
                            .admitted());
        }
    }

    private static CaseIdentity identity(String caseId, Optional<String> studyId) {
        return new CaseIdentity(caseId, studyId, "here", Instant.EPOCH, Map.of());
    }

    @Test
    void anUnreadableRecordIsRejectedForItsReason() {
        Verdict verdict = Cases.explainer(new HalfBrightModel()).judge(Cases.unreadable());
        assertFailed("not a case", Optional.empty(), verdict);
    }

    @Test
    void aModelThatIsOnlyClaimedIsNotNamedToTheMetrics() {
        Verdict verdict = judge(Cases.incoming("a", new ModelId("other", "1"), Cases.pictures(16), 0));
        assertFailed("no model other@1", Optional.empty(), verdict);
    }

    @Test
    void aClassThatTheModelDoesNotExplainIsRejected() {
        Verdict verdict = judge(Cases.incoming("a", HalfBrightModel.ID, Cases.pictures(16), 2));
        assertFailed("the case segments class 2, the repository explains class 0 of half@1", verdict);
    }

    @Test
    void anImageThatIsNoneIsRejected() {
        assertFailed("not a picture", judge(Cases.pictures(0)));
    }

    @Test
    void anImageBeyondTheLimitIsRejectedBeforeItIsDecoded() {
        EncodedPictures large = new EncodedPictures(new ImageSource.Inline(new byte[11]), NONE, NONE);
        assertFailed("the image has 11 bytes, more than the 10 a record may carry", judge(large));
    }

    @Test
    void aMaskBeyondTheLimitIsRejectedBeforeItIsDecoded() {
        EncodedPictures large =
                new EncodedPictures(new ImageSource.Inline(FakeDecoder.square(16)), NONE, Optional.of(new byte[12]));
        assertFailed("the ground truth has 12 bytes, more than the 10 a record may carry", judge(large));
    }

    @Test
    void aMaskOfAnotherSizeIsRejected() {
        EncodedPictures mismatched = new EncodedPictures(
                new ImageSource.Inline(FakeDecoder.square(16)), Optional.of(FakeDecoder.square(8)), NONE);
        assertFailed("the mask is 8x8, its image 16x16", judge(mismatched));
    }

    @Test
    void aMaskThatIsNoneIsRejected() {
        EncodedPictures noMask = new EncodedPictures(
                new ImageSource.Inline(FakeDecoder.square(16)), Optional.of(FakeDecoder.square(0)), NONE);
        assertFailed("mask: not a picture", judge(noMask));
    }

    @Test
    void aReferenceThatLeadsNowhereIsRejected() {
        EncodedPictures referenced =
                new EncodedPictures(new ImageSource.Reference("file:/x.png", "0".repeat(64)), NONE, NONE);
        assertFailed("no image there", judge(referenced));
    }

    @Test
    void aStoreOfImagesThatIsAwayKeepsTheCaseWaitingAsLongAsItTakes() {
        EncodedPictures referenced =
                new EncodedPictures(new ImageSource.Reference("s3://images/x.png", "0".repeat(64)), NONE, NONE);
        ImageStore away = (uri, sha256) -> {
            throw new ImageStoreUnavailableException("the store is away");
        };
        Verdict verdict = Cases.explainer(new HalfBrightModel(), away)
                .judge(Cases.delivery(Cases.incoming("a", HalfBrightModel.ID, referenced, 0)));
        assertEquals(new Verdict.Postponed("the store is away", Optional.empty()), verdict);
    }

    /** Or one record would hold up all others for ever. */
    @Test
    void anImageThatTheStoreDoesNotGiveIsWaitedForAndRejectedInTheEnd() {
        EncodedPictures referenced =
                new EncodedPictures(new ImageSource.Reference("s3://images/x.png", "0".repeat(64)), NONE, NONE);
        ImageStore closed = (uri, sha256) -> {
            throw ImageStoreUnavailableException.ofOneImage("it may not be read", null);
        };
        Verdict verdict = Cases.explainer(new HalfBrightModel(), closed)
                .judge(Cases.delivery(Cases.incoming("a", HalfBrightModel.ID, referenced, 0)));
        assertFailed(
                "it may not be read",
                assertInstanceOf(Verdict.Postponed.class, verdict).atLast().orElseThrow());
    }

    @Test
    void aModelThatFailsOnTheCaseIsRejectedForItsReason() {
        HalfBrightModel model = new HalfBrightModel(() -> {
            throw new ModelRejectedException("the output holds NaN");
        });
        assertFailed("the output holds NaN", Cases.explainer(model).judge(Cases.good("a")));
    }

    @Test
    void aBugIsRejectedForANeutralReason() {
        HalfBrightModel model = new HalfBrightModel(() -> {
            throw new IllegalStateException("something about a patient");
        });
        assertFailed("internal error of the explainer", Cases.explainer(model).judge(Cases.good("a")));
    }

    @Test
    void aCaseThatFindsNoMemoryIsPostponed() {
        HalfBrightModel model = new HalfBrightModel(() -> {
            throw new OutOfMemoryError("simulated");
        });
        Verdict.Postponed postponed =
                assertInstanceOf(Verdict.Postponed.class, Cases.explainer(model).judge(Cases.good("a")));
        assertEquals("the explainer is out of memory", postponed.obstacle());
        assertFailed(
                "the explainer has too little memory for the case",
                postponed.atLast().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\u0000b", "a\tb"})
    void aReasonIsOnePrintableLine(String reason) {
        assertEquals("a b", Rejection.failed(reason).reason());
    }

    @Test
    void aLongReasonIsCut() {
        assertEquals(500, Rejection.failed("x".repeat(10_000)).reason().length());
    }

    @Test
    void anEmptyReasonSaysSo() {
        assertEquals("no reason given", Rejection.failed(" \n").reason());
    }
}
