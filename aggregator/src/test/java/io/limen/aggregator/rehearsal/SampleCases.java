package io.limen.aggregator.rehearsal;

import io.limen.schemas.Attribution;
import io.limen.schemas.InlineImage;
import io.limen.schemas.ReferenceMode;
import io.limen.schemas.SegmentationResult;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Made-up cases on the topics as a producer and an explainer leave them: image and mask on segmentation-results, and an
 * explanation of every detail that says where they lie.
 *
 * @param model whose cases they are
 * @param light in which its images are taken, from 0 to 1
 */
public record SampleCases(SampleAttributions model, double light) {

    /** Cases in the usual light. */
    public static SampleCases of(SampleAttributions model) {
        return new SampleCases(model, 1);
    }

    /** The same model looking further away or less far. */
    public SampleCases withReach(double reach) {
        return new SampleCases(model.withReach(reach), light);
    }

    /** The same model with images taken in another light. */
    public SampleCases inLight(double other) {
        return new SampleCases(model, other);
    }

    /** Publishes one more case and its explanation, waits until the broker has them, and gives the explanation. */
    public Attribution publish(
            Producer<String, byte[]> producer, RandomGenerator random, ReferenceMode mode, Instant now)
            throws Exception {
        Attribution attribution = model.withoutPicture(random, mode, now);
        LesionDrawing drawing = LesionDrawing.draw(random).inLight(light);
        new SampleDetails(random).addTo(attribution, light);
        byte[] image = drawing.image();
        RecordMetadata place = producer.send(new ProducerRecord<>(
                        Topic.SEGMENTATION_RESULTS.topicName(),
                        attribution.getCaseId(),
                        SingleObjectSerde.segmentationResult().encode(segmented(attribution, image, drawing.mask()))))
                .get();
        attribution.setImageSha256(sha256(image));
        attribution.setSourcePartition(place.partition());
        attribution.setSourceOffset(place.offset());
        attribution.setOverlay(SampleAttributions.overlay(attribution, drawing));
        Rehearsal.send(producer, attribution);
        return attribution;
    }

    private static SegmentationResult segmented(Attribution attribution, byte[] image, byte[] mask) {
        return SegmentationResult.newBuilder()
                .setCaseId(attribution.getCaseId())
                .setSite(attribution.getSite())
                .setModel(attribution.getModel())
                .setModelVersion(attribution.getModelVersion())
                .setImage(new InlineImage(ByteBuffer.wrap(image)))
                .setMask(ByteBuffer.wrap(mask))
                .setGroundTruth(
                        attribution.getReferenceMode() == ReferenceMode.GROUND_TRUTH ? ByteBuffer.wrap(mask) : null)
                .setRegion(attribution.getRegion())
                .setSegmentedAt(attribution.getSegmentedAt())
                .build();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
