package io.limen.producer.adapter.kafka;

import io.limen.producer.domain.result.CaseImage;
import io.limen.producer.domain.result.SegmentedCase;
import io.limen.schemas.ImageReference;
import io.limen.schemas.InlineImage;
import io.limen.schemas.SegmentationResult;
import java.nio.ByteBuffer;
import java.util.Optional;

/** A case as a record of the topic. */
final class SegmentationResultMapper {

    private SegmentationResultMapper() {}

    static SegmentationResult toRecord(SegmentedCase segmentedCase) {
        return SegmentationResult.newBuilder()
                .setCaseId(segmentedCase.id().value())
                .setStudyId(segmentedCase.study().value())
                .setSite(segmentedCase.deployment().site())
                .setModel(segmentedCase.deployment().model().name())
                .setModelVersion(segmentedCase.deployment().model().version())
                .setImage(image(segmentedCase.image()))
                .setMask(bytes(segmentedCase.masks().predicted()))
                .setGroundTruth(bytes(segmentedCase.masks().groundTruth()))
                .setSegmentedAt(segmentedCase.segmentedAt())
                .setAttributes(segmentedCase.attributes())
                .build();
    }

    private static Object image(CaseImage image) {
        if (image instanceof CaseImage.Referenced referenced) {
            return ImageReference.newBuilder()
                    .setUri(referenced.uri().toString())
                    .setSha256(referenced.sha256().hex())
                    .build();
        }
        byte[] encoded = ((CaseImage.Inline) image).encoded();
        return InlineImage.newBuilder().setEncoded(ByteBuffer.wrap(encoded)).build();
    }

    private static ByteBuffer bytes(Optional<byte[]> png) {
        return png.map(ByteBuffer::wrap).orElse(null);
    }
}
