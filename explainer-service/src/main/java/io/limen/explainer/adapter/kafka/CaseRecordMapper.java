package io.limen.explainer.adapter.kafka;

import io.limen.explainer.application.ModelId;
import io.limen.explainer.application.stream.CaseIdentity;
import io.limen.explainer.application.stream.Delivery.Content;
import io.limen.explainer.application.stream.ImageSource;
import io.limen.explainer.application.stream.IncomingCase;
import io.limen.explainer.application.stream.IncomingCase.EncodedPictures;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.schemas.ImageReference;
import io.limen.schemas.InlineImage;
import io.limen.schemas.Region;
import io.limen.schemas.SegmentationResult;
import io.limen.schemas.SingleObjectSerde;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A record's bytes to a case: whatever they are, they become a case or the reason why not. Throws nothing. */
final class CaseRecordMapper {

    private static final Logger LOG = LoggerFactory.getLogger(CaseRecordMapper.class);

    private final Function<byte[], SegmentationResult> decoder;

    CaseRecordMapper() {
        this(SingleObjectSerde.segmentationResult()::decode);
    }

    CaseRecordMapper(Function<byte[], SegmentationResult> decoder) {
        this.decoder = decoder;
    }

    Content content(byte[] value) {
        if (value == null) {
            return new Content.Unreadable("the record has no value");
        }
        try {
            return new Content.Readable(map(decoder.apply(value)));
        } catch (SerializationException e) {
            return new Content.Unreadable(
                    value.length > 0 && value[0] == 0
                            ? "the value has an id in front that no schema registry gave one of ours (limen.schema-registry.url)"
                            : "the value is no SegmentationResult in Avro single-object encoding");
        } catch (IllegalArgumentException e) {
            return new Content.Unreadable("the case is not valid: " + e.getMessage());
        } catch (OutOfMemoryError e) {
            LOG.debug("out of memory", e);
            return new Content.Unreadable("the explainer had too little memory to read the case");
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("a record ran into an internal error", e);
            return new Content.Unreadable("internal error of the explainer");
        }
    }

    private static IncomingCase map(SegmentationResult segmented) {
        CaseIdentity identity = new CaseIdentity(
                segmented.getCaseId(),
                Optional.ofNullable(segmented.getStudyId()),
                segmented.getSite(),
                segmented.getSegmentedAt(),
                segmented.getAttributes());
        return new IncomingCase(
                identity,
                model(segmented.getModel(), segmented.getModelVersion()),
                pictures(segmented),
                segmented.getTargetClass(),
                Optional.ofNullable(segmented.getRegion()).map(CaseRecordMapper::region));
    }

    /** The values themselves are not in the message: they may be anything. */
    private static ModelId model(String name, String version) {
        requirePartOfId("model", name);
        requirePartOfId("modelVersion", version);
        return new ModelId(name, version);
    }

    private static void requirePartOfId(String field, String value) {
        try {
            new ModelId(value, value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    field + " must be 1 to 100 letters, digits, dots, dashes and underscores, no dot first", e);
        }
    }

    private static EncodedPictures pictures(SegmentationResult segmented) {
        return new EncodedPictures(
                image(segmented.getImage()),
                Optional.ofNullable(segmented.getMask()).map(CaseRecordMapper::bytes),
                Optional.ofNullable(segmented.getGroundTruth()).map(CaseRecordMapper::bytes));
    }

    private static ImageSource image(Object image) {
        if (image instanceof InlineImage inline) {
            return new ImageSource.Inline(bytes(inline.getEncoded()));
        }
        ImageReference reference = (ImageReference) image;
        return new ImageSource.Reference(reference.getUri(), reference.getSha256());
    }

    private static RegionOfInterest region(Region region) {
        try {
            return new RegionOfInterest(region.getY(), region.getX(), region.getHeight(), region.getWidth());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("region " + e.getMessage(), e);
        }
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
