package io.limen.explainer.adapter.kafka;

import io.limen.explainer.application.ModelId;
import io.limen.explainer.application.replay.ExplanationArchive;
import io.limen.explainer.application.replay.NotReplayableException;
import io.limen.explainer.application.replay.RecordedExplanation;
import io.limen.explainer.application.replay.ReplayRequest;
import io.limen.explainer.application.stream.CaseAttribution;
import io.limen.explainer.application.stream.Delivery.Content;
import io.limen.explainer.application.stream.IncomingCase;
import io.limen.explainer.application.stream.SourceRecord;
import io.limen.explainer.domain.replay.ExplanationValues;
import io.limen.schemas.ModelKey;
import io.limen.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/** Looks through what {@code attributions} and {@code segmentation-results} still hold. Commits nothing, joins no group. */
public final class KafkaExplanationArchive implements ExplanationArchive {

    /** One record, from a broker that answers. */
    private static final Duration ONE_RECORD = Duration.ofSeconds(30);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final LongSupplier nanoTime;
    private final CaseRecordMapper cases = new CaseRecordMapper();

    /**
     * @param consumers of bytes, without a group, that read committed records only
     * @param nanoTime as of {@link System#nanoTime}
     */
    public KafkaExplanationArchive(Supplier<Consumer<byte[], byte[]>> consumers, LongSupplier nanoTime) {
        this.consumers = consumers;
        this.nanoTime = nanoTime;
    }

    /** What of an explanation comes out again when it is computed again. */
    public static ExplanationValues values(CaseAttribution attribution) {
        return ReproducibleValues.of(AttributionMapper.map(attribution, Optional.empty()));
    }

    @Override
    public RecordedExplanation find(ReplayRequest request, LongConsumer progress) throws NotReplayableException {
        ExplanationSearch search = new ExplanationSearch(request.explanationId());
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            List<TopicPartition> all = partitions(consumer, Topic.ATTRIBUTIONS);
            List<TopicPartition> wanted =
                    request.model().map(model -> List.of(holding(model, all))).orElse(all);
            long read =
                    new RetainedReading(request.patience(), nanoTime).read(consumer, wanted, progress, search::take);
            return search.found(
                    read,
                    request.model()
                            .map(model -> "of partition " + wanted.get(0).partition() + " of attributions, where "
                                    + model + " is")
                            .orElse("that attributions holds"));
        } catch (KafkaException e) {
            throw unreachable(e);
        }
    }

    @Override
    public IncomingCase caseAt(SourceRecord place) throws NotReplayableException {
        TopicPartition partition = new TopicPartition(Topic.SEGMENTATION_RESULTS.topicName(), place.partition());
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            require(
                    partitions(consumer, Topic.SEGMENTATION_RESULTS).contains(partition),
                    "segmentation-results has no partition " + place.partition());
            consumer.assign(List.of(partition));
            long first = consumer.beginningOffsets(List.of(partition)).get(partition);
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            require(
                    place.offset() >= first,
                    String.format(
                            Locale.ROOT,
                            "the case is no longer retained: partition %d of segmentation-results begins at offset %,d, the case lay at %,d",
                            place.partition(),
                            first,
                            place.offset()));
            require(place.offset() < end, "no case lies where the attribution says that its case lies");
            consumer.seek(partition, place.offset());
            return readCase(firstOf(consumer, partition, place.offset()));
        } catch (KafkaException e) {
            throw unreachable(e);
        }
    }

    private IncomingCase readCase(Optional<ConsumerRecord<byte[], byte[]>> found) throws NotReplayableException {
        Content content = cases.content(found.orElseThrow(
                        () -> new NotReplayableException("the case is no longer retained: its record is gone"))
                .value());
        if (content instanceof Content.Readable readable) {
            return readable.subject();
        }
        throw new NotReplayableException(
                "what lies where the case lay can't be read: " + ((Content.Unreadable) content).reason());
    }

    /** The record at that offset; empty when the next one that is there lies behind it. */
    private Optional<ConsumerRecord<byte[], byte[]>> firstOf(
            Consumer<byte[], byte[]> consumer, TopicPartition partition, long offset) throws NotReplayableException {
        long start = nanoTime.getAsLong();
        while (consumer.position(partition) <= offset) {
            require(nanoTime.getAsLong() - start < ONE_RECORD.toNanos(), "the broker does not send the case's record");
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(250))) {
                return record.offset() == offset ? Optional.of(record) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer, Topic topic)
            throws NotReplayableException {
        List<PartitionInfo> found = consumer.partitionsFor(topic.topicName());
        require(found != null && !found.isEmpty(), "the brokers have no topic " + topic.topicName());
        return found.stream()
                .map(one -> new TopicPartition(one.topic(), one.partition()))
                .toList();
    }

    /** Where Kafka's producers put records of this key. */
    private static TopicPartition holding(ModelId model, List<TopicPartition> all) {
        byte[] key = new ModelKey(model.name(), model.version()).toString().getBytes(StandardCharsets.UTF_8);
        return new TopicPartition(Topic.ATTRIBUTIONS.topicName(), Utils.toPositive(Utils.murmur2(key)) % all.size());
    }

    /** What the client says when it can't be made is in the cause. */
    private static NotReplayableException unreachable(KafkaException failure) {
        Throwable told = failure.getCause() instanceof KafkaException cause ? cause : failure;
        return new NotReplayableException(
                "the topics can't be read (--bootstrap, --kafka-config): " + told.getMessage(), failure);
    }

    private static void require(boolean condition, String otherwise) throws NotReplayableException {
        if (!condition) {
            throw new NotReplayableException(otherwise);
        }
    }
}
