package io.limen.schemas.registry;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Frames what a stream writes. Topics of its own, as changelogs, are no topics of the catalogue and stay as they are. */
public final class FramingInterceptor implements ProducerInterceptor<byte[], byte[]> {

    /** The setting that holds the {@link RecordFraming}. */
    static final String FRAMING = "limen.record-framing";

    private RecordFraming framing = RecordFraming.NONE;

    @Override
    public void configure(Map<String, ?> settings) {
        framing = (RecordFraming) settings.get(FRAMING);
    }

    @Override
    public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> record) {
        byte[] framed = framing.framed(record.topic(), record.value());
        return framed == record.value()
                ? record
                : new ProducerRecord<>(
                        record.topic(), record.partition(), record.timestamp(), record.key(), framed, record.headers());
    }

    @Override
    public void onAcknowledgement(RecordMetadata metadata, Exception exception) {}

    @Override
    public void close() {}
}
