package io.limen.explainer.adapter.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.ModelId;
import io.limen.explainer.application.replay.NotReplayableException;
import io.limen.explainer.application.replay.RecordedExplanation;
import io.limen.explainer.application.replay.ReplayRequest;
import io.limen.explainer.application.stream.SourceRecord;
import io.limen.explainer.domain.attribution.Budget;
import io.limen.explainer.domain.intervention.DrawSchedule;
import io.limen.explainer.domain.replay.ReplayComparison;
import io.limen.schemas.Attribution;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class KafkaExplanationArchiveTest {

    private static final String ID = "3".repeat(64);
    private static final String CASES = Topic.SEGMENTATION_RESULTS.topicName();
    private static final String EXPLANATIONS = Topic.ATTRIBUTIONS.topicName();
    private static final ReplayRequest REQUEST = new ReplayRequest(ID, Optional.empty(), Duration.ofSeconds(60));

    private final Map<TopicPartition, Map<Long, byte[]>> log = new HashMap<>();
    private final Map<TopicPartition, Long> begins = new HashMap<>();
    private final AtomicLong nanos = new AtomicLong();
    private long nanosPerLook;
    private final KafkaExplanationArchive archive =
            new KafkaExplanationArchive(this::consumer, () -> nanos.addAndGet(nanosPerLook));

    /** Two partitions of each topic, with what the test has put there. */
    private MockConsumer<byte[], byte[]> consumer() {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
        for (String topic : List.of(CASES, EXPLANATIONS)) {
            List<TopicPartition> partitions = List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1));
            consumer.updatePartitions(
                    topic,
                    partitions.stream()
                            .map(one -> new PartitionInfo(topic, one.partition(), Node.noNode(), null, null))
                            .toList());
            Map<TopicPartition, Long> ends = new HashMap<>();
            Map<TopicPartition, Long> starts = new HashMap<>();
            partitions.forEach(one -> {
                starts.put(one, begins.getOrDefault(one, 0L));
                ends.put(
                        one,
                        log.getOrDefault(one, Map.of()).keySet().stream()
                                .mapToLong(offset -> offset + 1)
                                .max()
                                .orElse(starts.get(one)));
            });
            consumer.updateBeginningOffsets(starts);
            consumer.updateEndOffsets(ends);
        }
        consumer.schedulePollTask(() -> consumer.assignment()
                .forEach(partition -> log.getOrDefault(partition, Map.of()).entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .filter(entry -> entry.getKey() >= consumer.position(partition))
                        .forEach(entry -> consumer.addRecord(new ConsumerRecord<>(
                                partition.topic(), partition.partition(), entry.getKey(), null, entry.getValue())))));
        return consumer;
    }

    private void put(String topic, int partition, long offset, byte[] value) {
        log.computeIfAbsent(new TopicPartition(topic, partition), first -> new HashMap<>())
                .put(offset, value);
    }

    private static Attribution attribution() {
        Attribution mapped = AttributionMapper.map(SampleAttribution.full(), Optional.of(SampleAttribution.ENGINE));
        return SingleObjectSerde.attribution().decode(encoded(mapped));
    }

    private static byte[] encoded(Attribution attribution) {
        return SingleObjectSerde.attribution().encode(attribution);
    }

    private static Attribution other(String id) {
        Attribution other = attribution();
        other.setExplanationId(id);
        return other;
    }

    private RecordedExplanation find() throws NotReplayableException {
        return archive.find(REQUEST, read -> {});
    }

    private void assertNotFound(String why) {
        NotReplayableException refused = assertThrows(NotReplayableException.class, this::find);
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
    }

    private void assertNoCase(SourceRecord place, String why) {
        NotReplayableException refused = assertThrows(NotReplayableException.class, () -> archive.caseAt(place));
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
    }

    @Test
    void anExplanationIsFoundAmongTombstonesBytesAndOthersWithAllThatWasAsked() throws NotReplayableException {
        put(EXPLANATIONS, 0, 0, null);
        put(EXPLANATIONS, 0, 1, new byte[] {1, 2, 3});
        put(EXPLANATIONS, 0, 2, encoded(other("5".repeat(64))));
        put(EXPLANATIONS, 1, 0, encoded(attribution()));
        AtomicLong told = new AtomicLong();

        RecordedExplanation found = archive.find(REQUEST, told::set);

        assertEquals(ID, found.id());
        assertEquals(4, told.get());
        assertEquals(new ModelId("unet", "3"), found.model());
        assertEquals(Optional.of(new SourceRecord(5, 4_000_000_000L)), found.source());
        assertEquals(new DrawSchedule.Published(3, 50, 0.02), found.settings().schedule());
        assertEquals(77, found.settings().seed());
        assertEquals(Budget.UNLIMITED.maxForwards(), found.settings().budget().maxForwards());
        assertEquals(SampleAttribution.full().subject().explanation().map().region(), found.region());
        assertEquals(SampleAttribution.ENGINE, found.computation().orElseThrow().engine());
        assertTrue(found.settingsRecorded());
    }

    @Test
    void whatIsPublishedIsIdenticalToItself() throws NotReplayableException {
        put(EXPLANATIONS, 1, 0, encoded(attribution()));

        ReplayComparison comparison =
                ReplayComparison.of(find().values(), KafkaExplanationArchive.values(SampleAttribution.full()));

        assertTrue(comparison.identical(), comparison.toString());
        assertTrue(comparison.cells() > 200, comparison.toString());
    }

    @Test
    void everyFieldThatIsNotLeftOutIsCompared() throws NotReplayableException {
        Attribution altered = attribution();
        altered.getStrategy().setGini(Math.nextUp(altered.getStrategy().getGini()));
        altered.getComponents().get(3).setAte(0.5);
        altered.setDraws(List.of(1, 2));
        altered.getOutputTraits().put("certainty", Double.NaN);
        put(EXPLANATIONS, 1, 0, encoded(altered));

        List<String> differing =
                ReplayComparison.of(find().values(), KafkaExplanationArchive.values(SampleAttribution.full()))
                        .differences()
                        .stream()
                        .map(difference -> difference.field())
                        .toList();

        assertEquals(List.of("components.ate", "draws", "outputTraits.certainty", "strategy.gini"), differing);
    }

    @Test
    void ofSeveralTheNewestIsTaken() throws NotReplayableException {
        Attribution newer = attribution();
        newer.setExplainedAt(Instant.ofEpochMilli(3000));
        newer.setSourceOffset(7L);
        put(EXPLANATIONS, 0, 0, encoded(newer));
        put(EXPLANATIONS, 1, 0, encoded(attribution()));

        assertEquals(7L, find().source().orElseThrow().offset());
    }

    @Test
    void aVersionsOwnPartitionIsEnough() throws NotReplayableException {
        int own = IntStream.of(0, 1)
                .filter(partition -> {
                    log.clear();
                    put(EXPLANATIONS, partition, 0, encoded(attribution()));
                    try {
                        archive.find(
                                new ReplayRequest(ID, Optional.of(new ModelId("unet", "3")), Duration.ofSeconds(9)),
                                read -> {});
                        return true;
                    } catch (NotReplayableException e) {
                        return false;
                    }
                })
                .sum();
        assertEquals(partitionOf("unet@3"), own);
    }

    /** By the client's own producer. */
    private static int partitionOf(String key) {
        return org.apache.kafka.clients.producer.internals.BuiltInPartitioner.partitionForKey(
                key.getBytes(StandardCharsets.UTF_8), 2);
    }

    @Test
    void anExplanationThatIsNotThereIsSaidSo() {
        put(EXPLANATIONS, 0, 0, encoded(other("5".repeat(64))));
        assertNotFound("no such explanation among the 1 records that attributions holds");
    }

    @Test
    void aRecordOfTheIdThatCannotBeDecodedIsSaidSo() {
        byte[] torn = encoded(attribution());
        put(EXPLANATIONS, 0, 0, java.util.Arrays.copyOf(torn, torn.length / 2));
        assertNotFound("a record with this id is on attributions, and it can't be read");
    }

    @Test
    void anIdThatIsOnlyMentionedIsNoExplanation() {
        Attribution mentions = other("5".repeat(64));
        mentions.setCaseId(ID);
        put(EXPLANATIONS, 0, 0, encoded(mentions));
        assertNotFound("no such explanation");
    }

    @Test
    void numbersThatCannotBeAreSaidAndNotComputedWith() {
        List<java.util.function.Consumer<Attribution>> lies = List.of(
                one -> one.setBlockSize(0),
                one -> one.setSchedule("whim"),
                one -> one.getRegion().setHeight(-1),
                one -> one.getRegion().setY(Integer.MAX_VALUE),
                one -> one.setRegionMask(ByteBuffer.wrap(new byte[99])),
                one -> one.getSettings().setTau(Double.NaN),
                one -> one.getSettings().setMaxMillis(0),
                one -> one.getSettings().setDraws(-5),
                one -> one.getSettings().setMaxForwards(0L),
                one -> one.getComputation().setThreads(1_000_000),
                one -> one.getComputation().setProcessor("x".repeat(999)),
                one -> one.getComputation().setDevice("gpu:0 and more"),
                one -> one.setModel("../../etc"),
                one -> one.setModelSha256("short"),
                one -> one.setSourceOffset(-1L),
                one -> one.setCaseId(""));
        for (java.util.function.Consumer<Attribution> lie : lies) {
            Attribution lying = attribution();
            lie.accept(lying);
            put(EXPLANATIONS, 0, 0, encoded(lying));
            assertNotFound("the attribution says what can't be");
        }
    }

    @Test
    void anOlderWorkersRecordIsTakenForTheUsualSettings() throws NotReplayableException {
        Attribution old = attribution();
        old.setSettings(null);
        old.setComputation(null);
        put(EXPLANATIONS, 0, 0, encoded(old));

        RecordedExplanation found = find();

        assertFalse(found.settingsRecorded());
        assertEquals(DrawSchedule.Published.asPublished(), found.settings().schedule());
        assertTrue(found.computation().isEmpty());
    }

    @Test
    void theSearchEndsWithItsTime() {
        put(EXPLANATIONS, 0, 0, encoded(attribution()));
        nanosPerLook = Duration.ofSeconds(61).toNanos();
        assertNotFound("not found within 60 s, after 0 records");
    }

    @Test
    void aCaseIsReadFromItsPlaceAndNoOther() throws NotReplayableException {
        put(
                CASES,
                1,
                4,
                CaseRecords.encoded(CaseRecords.full().setCaseId("before").build()));
        put(CASES, 1, 5, CaseRecords.encoded(CaseRecords.full().build()));
        put(
                CASES,
                1,
                6,
                CaseRecords.encoded(CaseRecords.full().setCaseId("behind").build()));

        assertEquals("case-1", archive.caseAt(new SourceRecord(1, 5)).identity().caseId());
    }

    @Test
    void aPlaceWithoutACaseIsSaidSo() {
        begins.put(new TopicPartition(CASES, 0), 3L);
        put(CASES, 0, 5, null);
        put(CASES, 0, 6, new byte[] {9, 9});
        put(CASES, 0, 8, CaseRecords.encoded(CaseRecords.full().build()));

        assertNoCase(
                new SourceRecord(0, 2), "no longer retained: partition 0 of segmentation-results begins at offset 3");
        assertNoCase(new SourceRecord(0, 4), "its record is gone");
        assertNoCase(new SourceRecord(0, 5), "the record has no value");
        assertNoCase(new SourceRecord(0, 6), "no SegmentationResult");
        assertNoCase(new SourceRecord(0, 7), "its record is gone");
        assertNoCase(new SourceRecord(0, 9), "no case lies where");
        assertNoCase(new SourceRecord(1, 0), "no case lies where");
        assertNoCase(new SourceRecord(2, 0), "segmentation-results has no partition 2");
    }
}
