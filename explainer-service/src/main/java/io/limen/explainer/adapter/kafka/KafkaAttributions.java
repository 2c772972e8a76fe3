package io.limen.explainer.adapter.kafka;

import io.limen.explainer.application.Engine;
import io.limen.explainer.application.ModelId;
import io.limen.explainer.application.stream.Attributions;
import io.limen.explainer.application.stream.CaseAttribution;
import io.limen.schemas.Attribution;
import io.limen.schemas.ModelKey;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import io.limen.schemas.TraceHeaders;
import io.opentelemetry.context.Context;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** Publishes attributions, keyed by model and version. */
public final class KafkaAttributions implements Attributions {

    private final AcknowledgedSender sender;
    private final Engine engine;
    private final SingleObjectSerde<Attribution> serde = SingleObjectSerde.attribution();

    /**
     * @param sender waits until the broker has them
     * @param engine what computes the explanations
     */
    public KafkaAttributions(AcknowledgedSender sender, Engine engine) {
        this.sender = sender;
        this.engine = engine;
    }

    @Override
    public void publish(CaseAttribution attribution) throws RefusedException {
        ModelId model = attribution.subject().model().id();
        byte[] key = new ModelKey(model.name(), model.version()).toString().getBytes(StandardCharsets.UTF_8);
        byte[] value = serde.encode(AttributionMapper.map(attribution, Optional.of(engine)));
        try {
            sender.send(inTheCurrentTrace(new ProducerRecord<>(Topic.ATTRIBUTIONS.topicName(), key, value)));
        } catch (RecordTooLargeException e) {
            throw new RefusedException("the attribution has " + value.length + " bytes, more than the topic takes", e);
        }
    }

    private static ProducerRecord<byte[], byte[]> inTheCurrentTrace(ProducerRecord<byte[], byte[]> message) {
        TraceHeaders.write(Context.current(), message.headers());
        return message;
    }
}
