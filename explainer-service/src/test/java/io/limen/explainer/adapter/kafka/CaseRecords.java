package io.limen.explainer.adapter.kafka;

import io.limen.schemas.InlineImage;
import io.limen.schemas.Region;
import io.limen.schemas.SegmentationResult;
import io.limen.schemas.SingleObjectSerde;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;

/** Records as a producer sends them. */
final class CaseRecords {

    private CaseRecords() {}

    /** Every field set. */
    static SegmentationResult.Builder full() {
        return SegmentationResult.newBuilder()
                .setCaseId("case-1")
                .setStudyId("study-1")
                .setSite("north")
                .setModel("unet")
                .setModelVersion("3")
                .setImage(new InlineImage(ByteBuffer.wrap(new byte[] {1, 2})))
                .setMask(ByteBuffer.wrap(new byte[] {3}))
                .setGroundTruth(ByteBuffer.wrap(new byte[] {4}))
                .setTargetClass(2)
                .setRegion(new Region(5, 6, 7, 8))
                .setSegmentedAt(Instant.ofEpochMilli(9))
                .setAttributes(Map.of("scanner", "x"));
    }

    static byte[] encoded(SegmentationResult segmented) {
        return SingleObjectSerde.segmentationResult().encode(segmented);
    }
}
