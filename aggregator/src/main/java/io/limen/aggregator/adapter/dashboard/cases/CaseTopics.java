package io.limen.aggregator.adapter.dashboard.cases;

import io.limen.aggregator.adapter.dashboard.TopicReader;
import io.limen.schemas.Attribution;
import io.limen.schemas.ModelKey;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What the index is filled from: the newest attributions of each partition, as many as it holds of all together, and all that follow. */
public final class CaseTopics implements TopicReader.Sink {

    private final CaseIndex index;
    private final long newest;
    private final Runnable full;
    private final SingleObjectSerde<Attribution> attributions = SingleObjectSerde.attribution();

    /**
     * Fills the index.
     *
     * @param newest how many to begin with, of all partitions together
     * @param full run by the reading thread whenever everything is in the index that was on the topic
     */
    public CaseTopics(CaseIndex index, long newest, Runnable full) {
        this.index = index;
        this.newest = newest;
        this.full = full;
    }

    @Override
    public List<Topic> topics() {
        return List.of(Topic.ATTRIBUTIONS);
    }

    @Override
    public void seek(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        index.isRead(false);
        long each = Math.max(1, newest / partitions.size());
        consumer.endOffsets(partitions).forEach((partition, end) -> consumer.seek(partition, Math.max(0, end - each)));
    }

    @Override
    public void take(ConsumerRecord<byte[], byte[]> record) {
        index.take(entry(attributions.decode(record.value()), record.partition(), record.offset()));
    }

    static IndexedCase entry(Attribution attribution, int partition, long offset) {
        return new IndexedCase(
                attribution.getExplanationId(),
                new CaseGroup(
                        new ModelKey(attribution.getModel(), attribution.getModelVersion()).toString(),
                        attribution.getSite(),
                        attribution.getReferenceMode().name()),
                attribution.getStrategy().getStrategy(),
                (float) attribution.getBaselineDice(),
                attribution.getSegmentedAt(),
                attribution.getExplainedAt(),
                partition,
                offset);
    }

    @Override
    public void caughtUp() {
        index.isRead(true);
        full.run();
    }
}
