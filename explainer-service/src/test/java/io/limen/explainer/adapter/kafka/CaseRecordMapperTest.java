package io.limen.explainer.adapter.kafka;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.limen.explainer.application.ModelId;
import io.limen.explainer.application.stream.CaseIdentity;
import io.limen.explainer.application.stream.Delivery.Content;
import io.limen.explainer.application.stream.ImageSource;
import io.limen.explainer.application.stream.IncomingCase;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.schemas.DriftAlert;
import io.limen.schemas.ImageReference;
import io.limen.schemas.Region;
import io.limen.schemas.SegmentationResult;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CaseRecordMapperTest {

    private final CaseRecordMapper mapper = new CaseRecordMapper();

    private IncomingCase read(SegmentationResult segmented) {
        return assertInstanceOf(Content.Readable.class, mapper.content(CaseRecords.encoded(segmented)))
                .subject();
    }

    private String reason(byte[] value) {
        return assertInstanceOf(Content.Unreadable.class, mapper.content(value)).reason();
    }

    @Test
    void everyFieldArrives() {
        IncomingCase subject = read(CaseRecords.full().build());

        assertEquals(
                new CaseIdentity(
                        "case-1", Optional.of("study-1"), "north", Instant.ofEpochMilli(9), Map.of("scanner", "x")),
                subject.identity());
        assertEquals(new ModelId("unet", "3"), subject.model());
        assertEquals(2, subject.targetClass());
        assertEquals(Optional.of(new RegionOfInterest(5, 6, 7, 8)), subject.region());
        ImageSource.Inline image =
                assertInstanceOf(ImageSource.Inline.class, subject.pictures().image());
        assertArrayEquals(new byte[] {1, 2}, image.encoded());
        assertArrayEquals(new byte[] {3}, subject.pictures().deployedMask().orElseThrow());
        assertArrayEquals(new byte[] {4}, subject.pictures().groundTruth().orElseThrow());
    }

    @Test
    void whatIsOptionalMayBeMissing() {
        IncomingCase subject = read(CaseRecords.full()
                .setStudyId(null)
                .setMask(null)
                .setGroundTruth(null)
                .setRegion(null)
                .build());

        assertEquals(Optional.empty(), subject.identity().studyId());
        assertEquals(Optional.empty(), subject.pictures().deployedMask());
        assertEquals(Optional.empty(), subject.pictures().groundTruth());
        assertEquals(Optional.empty(), subject.region());
    }

    @Test
    void anImageByReferenceArrives() {
        IncomingCase subject = read(CaseRecords.full()
                .setImage(new ImageReference("file:/a.png", "0".repeat(64)))
                .build());
        assertEquals(
                new ImageSource.Reference("file:/a.png", "0".repeat(64)),
                subject.pictures().image());
    }

    @Test
    void aRecordWithoutValueIsUnreadable() {
        assertEquals("the record has no value", reason(null));
    }

    static Stream<byte[]> bytesThatAreNoCase() {
        byte[] good = CaseRecords.encoded(CaseRecords.full().build());
        byte[] hugeLength = good.clone();
        // the first field is a string: its length becomes the largest there is
        Arrays.fill(hugeLength, 10, 19, (byte) 0xFF);
        byte[] otherSchema = good.clone();
        long fingerprint = org.apache.avro.SchemaNormalization.parsingFingerprint64(DriftAlert.getClassSchema());
        for (int i = 0; i < 8; i++) {
            otherSchema[2 + i] = (byte) (fingerprint >>> 8 * i);
        }
        return Stream.of(
                new byte[0],
                "no Avro at all".getBytes(StandardCharsets.UTF_8),
                Arrays.copyOf(good, good.length / 2),
                Arrays.copyOf(good, good.length + 1),
                hugeLength,
                otherSchema);
    }

    @ParameterizedTest
    @MethodSource("bytesThatAreNoCase")
    void bytesThatAreNoCaseAreUnreadable(byte[] value) {
        assertEquals("the value is no SegmentationResult in Avro single-object encoding", reason(value));
    }

    static Stream<Arguments> invalidCases() {
        return Stream.of(
                Arguments.of(
                        CaseRecords.full().setCaseId("x".repeat(201)), "caseId must have 1 to 200 characters, has 201"),
                Arguments.of(
                        CaseRecords.full().setModel("Jane Doe\n"),
                        "model must be 1 to 100 letters, digits, dots, dashes and underscores, no dot first"),
                Arguments.of(
                        CaseRecords.full().setModelVersion("../etc"),
                        "modelVersion must be 1 to 100 letters, digits, dots, dashes and underscores, no dot first"),
                Arguments.of(CaseRecords.full().setTargetClass(-1), "targetClass must be 0 or more: -1"),
                Arguments.of(CaseRecords.full().setRegion(new Region(-1, 0, 1, 1)), "region Window: -1,0,1,1"));
    }

    @ParameterizedTest
    @MethodSource("invalidCases")
    void aCaseThatIsNotValidIsUnreadableForItsReason(SegmentationResult.Builder invalid, String reason) {
        assertEquals("the case is not valid: " + reason, reason(CaseRecords.encoded(invalid.build())));
    }

    @Test
    void anErrorInReadingIsAReasonWhyNot() {
        assertEquals(
                new Content.Unreadable("the explainer had too little memory to read the case"),
                failingWith(new OutOfMemoryError("simulated")));
        assertEquals(new Content.Unreadable("internal error of the explainer"), failingWith(new StackOverflowError()));
        assertEquals(
                new Content.Unreadable("internal error of the explainer"),
                failingWith(new IllegalStateException("something about a patient")));
    }

    private static Content failingWith(Throwable fault) {
        return new CaseRecordMapper(value -> {
                    if (fault instanceof Error error) {
                        throw error;
                    }
                    throw (RuntimeException) fault;
                })
                .content(new byte[1]);
    }
}
