package io.limen.aggregator.rehearsal;

import io.limen.schemas.Attribution;
import io.limen.schemas.ReferenceMode;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Explanations of many models, as many as somebody asks for: each model has a few that were drawn, with their pictures, and sends
 * them again and again as other cases.
 */
public final class Crowd {

    private static final int DRAWN = 24;

    private final Random random = new Random(23);
    private final List<List<Attribution>> drawn = new ArrayList<>();
    private final Producer<String, byte[]> producer;
    private long sent;

    /**
     * A crowd that has sent nothing.
     *
     * @param models how many, named after a number
     */
    public Crowd(int models, Producer<String, byte[]> producer) {
        this.producer = producer;
        for (int model = 0; model < models; model++) {
            SampleAttributions sample =
                    new SampleAttributions(String.format("model-%02d", model), "1", "clinic", 0.4 + model % 7 / 3.0);
            List<Attribution> own = new ArrayList<>();
            for (int index = 0; index < DRAWN; index++) {
                ReferenceMode mode = index % 6 == 0 ? ReferenceMode.PREDICTION : ReferenceMode.GROUND_TRUTH;
                own.add(sample.next(random, mode, Instant.EPOCH));
            }
            drawn.add(own);
        }
    }

    /** Sends so many explanations of cases that came evenly over the time up to now; returns when the broker has them. */
    public void send(int count, Duration over) {
        Instant now = Instant.now();
        for (int index = 0; index < count; index++) {
            send(now.minus(over.multipliedBy(count - index).dividedBy(count)));
        }
        producer.flush();
    }

    private void send(Instant at) {
        List<Attribution> own = drawn.get((int) (sent % drawn.size()));
        Attribution drawing = own.get(random.nextInt(own.size()));
        Attribution other = Attribution.newBuilder(drawing)
                .setExplanationId(drawing.getExplanationId().substring(16)
                        + HexFormat.of().toHexDigits(sent))
                .setCaseId("case-" + sent)
                .setSegmentedAt(at)
                .setExplainedAt(at)
                .build();
        sent++;
        producer.send(new ProducerRecord<>(
                Topic.ATTRIBUTIONS.topicName(),
                other.getModel() + "@" + other.getModelVersion(),
                SingleObjectSerde.attribution().encode(other)));
    }
}
