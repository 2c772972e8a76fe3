package io.limen.schemas.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Takes the frames from what a stream reads. */
public final class UnframingInterceptor implements ConsumerInterceptor<byte[], byte[]> {

    private RecordFraming framing = RecordFraming.NONE;

    @Override
    public void configure(Map<String, ?> settings) {
        framing = (RecordFraming) settings.get(FramingInterceptor.FRAMING);
    }

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> unframed = new HashMap<>();
        for (TopicPartition partition : records.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> own = new ArrayList<>();
            records.records(partition).forEach(record -> own.add(unframed(record)));
            unframed.put(partition, own);
        }
        return new ConsumerRecords<>(unframed, records.nextOffsets());
    }

    private ConsumerRecord<byte[], byte[]> unframed(ConsumerRecord<byte[], byte[]> record) {
        byte[] value = framing.unframed(record.topic(), record.value());
        return value == record.value()
                ? record
                : new ConsumerRecord<>(
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        record.timestamp(),
                        record.timestampType(),
                        record.serializedKeySize(),
                        record.serializedValueSize(),
                        record.key(),
                        value,
                        record.headers(),
                        record.leaderEpoch());
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void close() {}
}
