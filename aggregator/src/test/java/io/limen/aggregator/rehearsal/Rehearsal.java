package io.limen.aggregator.rehearsal;

import io.limen.schemas.Attribution;
import io.limen.schemas.ReferenceMode;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * For a look at the dashboard without a model: a broker, the topics, and made-up cases, with their pictures and explanations, until
 * it is stopped.
 *
 * <p>Arguments: FOLDER PORT COUNT PERIOD_MILLIS [DRIFT_AFTER]. The first COUNT come at once, then one per period. A FOLDER that is
 * there already is a broker that comes back. After DRIFT_AFTER the first model of the fleet looks further away.
 */
public final class Rehearsal {

    private Rehearsal() {}

    /** Runs until the process is stopped. */
    public static void main(String[] arguments) throws Exception {
        try (RehearsalBroker broker = new RehearsalBroker(Path.of(arguments[0]), Integer.parseInt(arguments[1]))) {
            boolean comesBack = Files.exists(Path.of(arguments[0]));
            broker.start();
            if (!comesBack) {
                broker.createTopics();
            }
            int driftAfter = arguments.length > 4 ? Integer.parseInt(arguments[4]) : Integer.MAX_VALUE;
            publish(
                    broker.bootstrapServers(),
                    Integer.parseInt(arguments[2]),
                    Long.parseLong(arguments[3]),
                    driftAfter);
        }
    }

    private static void publish(String bootstrapServers, int atOnce, long periodMillis, int driftAfter)
            throws Exception {
        Random random = new Random(11);
        CountDownLatch never = new CountDownLatch(1);
        List<SampleAttributions> fleet = SampleAttributions.fleet();
        try (Producer<String, byte[]> producer = producer(bootstrapServers)) {
            for (int index = 0; index < atOnce || !never.await(periodMillis, TimeUnit.MILLISECONDS); index++) {
                ReferenceMode mode = random.nextInt(6) == 0 ? ReferenceMode.PREDICTION : ReferenceMode.GROUND_TRUTH;
                Instant time = index < atOnce ? Instant.now().minusSeconds(9L * (atOnce - index)) : Instant.now();
                SampleAttributions model = fleet.get(index % fleet.size());
                boolean drifts = index >= driftAfter && model.equals(fleet.get(0));
                SampleCases.of(drifts ? model.withReach(3 * model.reach()) : model)
                        .publish(producer, random, mode, time);
            }
        }
    }

    /** A producer of encoded records. */
    public static Producer<String, byte[]> producer(String bootstrapServers) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new ByteArraySerializer());
    }

    /** Publishes the attribution under its key and waits until the broker has it. */
    public static void send(Producer<String, byte[]> producer, Attribution attribution) throws Exception {
        sendBytes(
                producer,
                attribution.getModel() + "@" + attribution.getModelVersion(),
                SingleObjectSerde.attribution().encode(attribution));
    }

    /** Publishes bytes as an attribution, whatever they are, and waits until the broker has them. */
    public static void sendBytes(Producer<String, byte[]> producer, String key, byte[] bytes) throws Exception {
        producer.send(new ProducerRecord<>(Topic.ATTRIBUTIONS.topicName(), key, bytes))
                .get();
    }
}
