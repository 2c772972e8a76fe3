package io.limen.quickstart.adapter.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limen.quickstart.domain.DriftNotice;
import io.limen.quickstart.domain.Group;
import io.limen.quickstart.domain.GroupFigures;
import io.limen.quickstart.domain.Moments;
import io.limen.quickstart.domain.StreamEvent;
import io.limen.schemas.DriftAlert;
import io.limen.schemas.DriftSource;
import io.limen.schemas.DriftState;
import io.limen.schemas.FeatureStatistics;
import io.limen.schemas.GroupStatistics;
import io.limen.schemas.InlineImage;
import io.limen.schemas.ModelStatistics;
import io.limen.schemas.ReferenceMode;
import io.limen.schemas.RejectionHeader;
import io.limen.schemas.SegmentationResult;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class RecordMapperTest {

    private final RecordMapper mapper = new RecordMapper();

    @Test
    void rejectionCarriesWhereItCameFromAndWhy() {
        ConsumerRecord<byte[], byte[]> each = record(Topic.SEGMENTATION_RESULTS_REJECTED, "case-7", new byte[] {1});
        header(each, RejectionHeader.TOPIC, "segmentation-results");
        header(each, RejectionHeader.PARTITION, "2");
        header(each, RejectionHeader.OFFSET, "41");
        header(each, RejectionHeader.REASON, "not a record of the schema");

        StreamEvent event = mapper.map(each);

        assertEquals(
                new StreamEvent.Rejected(
                        "segmentation-results/2/41", "case-7", Optional.empty(), "not a record of the schema"),
                event);
    }

    @Test
    void rejectionOfAReadableRecordCarriesItsSite() {
        SegmentationResult one = SegmentationResult.newBuilder()
                .setCaseId("case-7")
                .setSite("here")
                .setModel("unet")
                .setModelVersion("1")
                .setImage(new InlineImage(ByteBuffer.wrap(new byte[] {1})))
                .setSegmentedAt(Instant.EPOCH)
                .build();
        ConsumerRecord<byte[], byte[]> each = record(
                Topic.SEGMENTATION_RESULTS_REJECTED,
                "case-7",
                SingleObjectSerde.segmentationResult().encode(one));

        assertEquals(new StreamEvent.Rejected("?/?/?", "case-7", Optional.of("here"), "?"), mapper.map(each));
    }

    @Test
    void rejectionWithoutKeyAndHeadersIsStillTold() {
        ConsumerRecord<byte[], byte[]> each =
                new ConsumerRecord<>(Topic.SEGMENTATION_RESULTS_REJECTED.topicName(), 0, 0, null, new byte[] {1});

        assertEquals(new StreamEvent.Rejected("?/?/?", "-", Optional.empty(), "?"), mapper.map(each));
    }

    @Test
    void statisticsBecomeFiguresPerGroup() {
        FeatureStatistics dice = new FeatureStatistics(3L, 90.0, 18.0, 87.0, 93.0, 9.0, null, Map.of());
        FeatureStatistics once = new FeatureStatistics(1L, 0.6, 0.0, 0.6, 0.6, null, null, Map.of());
        GroupStatistics group = GroupStatistics.newBuilder()
                .setSite("here")
                .setReferenceMode(ReferenceMode.GROUND_TRUTH)
                .setExplanations(3L)
                .setFeatures(Map.of("baselineDice", dice, "causalRadius", once))
                .setClassCounts(Map.of("LOCAL", 3L))
                .setProfileSum(List.of())
                .build();
        ModelStatistics statistics = new ModelStatistics("unet", "1", 3L, 0L, Instant.EPOCH, List.of(group));

        StreamEvent event = mapper.map(record(
                Topic.MODEL_STATISTICS,
                "unet@1",
                SingleObjectSerde.modelStatistics().encode(statistics)));

        GroupFigures figures =
                new GroupFigures(3, new Moments(3, 90, 3), new Moments(1, 0.6, 0), Moments.NONE, Map.of("LOCAL", 3L));
        assertEquals(
                new StreamEvent.StatisticsPublished(
                        "unet@1", Map.of(new Group("unet@1", "here", "GROUND_TRUTH"), figures)),
                event);
    }

    @Test
    void driftAlertBecomesANotice() {
        DriftAlert alert = DriftAlert.newBuilder()
                .setAlertId("a1")
                .setModel("unet")
                .setModelVersion("2")
                .setSite("here")
                .setReferenceMode(ReferenceMode.GROUND_TRUTH)
                .setState(DriftState.ALERT)
                .setFeature("locality")
                .setStatistic(210)
                .setExpectedRunLength(200)
                .setReferenceMean(0.99)
                .setCurrentMean(0.4)
                .setMoved(List.of(DriftSource.OUTPUTS, DriftSource.RELIANCE))
                .setOnset(Instant.EPOCH)
                .setRaisedAt(Instant.EPOCH.plusSeconds(9))
                .setSummary("It looks elsewhere.")
                .build();

        StreamEvent event = mapper.map(record(
                Topic.DRIFT_ALERTS, "unet@2", SingleObjectSerde.driftAlert().encode(alert)));

        assertEquals(
                new StreamEvent.DriftReported(new DriftNotice(
                        "a1",
                        new Group("unet@2", "here", "GROUND_TRUTH"),
                        DriftNotice.State.ALERT,
                        "locality",
                        Optional.of(0.99),
                        Optional.of(0.4),
                        Instant.EPOCH,
                        List.of("outputs", "reliance"),
                        "It looks elsewhere.")),
                event);
    }

    private static ConsumerRecord<byte[], byte[]> record(Topic topic, String key, byte[] value) {
        return new ConsumerRecord<>(topic.topicName(), 0, 0, key.getBytes(StandardCharsets.UTF_8), value);
    }

    private static void header(ConsumerRecord<byte[], byte[]> each, RejectionHeader name, String value) {
        each.headers().add(name.key(), value.getBytes(StandardCharsets.UTF_8));
    }
}
