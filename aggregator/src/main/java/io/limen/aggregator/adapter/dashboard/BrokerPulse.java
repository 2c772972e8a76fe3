package io.limen.aggregator.adapter.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * Whether the broker still answers. A consumer does not say: it waits for a broker that is away as it waits for records. But it asks
 * for records twice a second and is answered each time, so the bytes that come in tell. Written by one thread, read by any.
 */
public final class BrokerPulse {

    /** Longer than a broker takes that is busy, or is being replaced in order. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String GROUP = "consumer-metrics";
    private static final String BYTES = "incoming-byte-total";

    private final InstantSource clock;
    private double bytes = -1;
    private volatile Instant heard;

    /**
     * A broker that is taken to be there.
     *
     * @param clock tells for how long nothing has come
     */
    public BrokerPulse(InstantSource clock) {
        this.clock = clock;
        this.heard = clock.instant();
    }

    /** Looks whether anything came since the last look; a consumer that can't tell is taken to be answered. */
    void look(Consumer<?, ?> consumer) {
        double now = consumer.metrics().values().stream()
                .filter(metric -> metric.metricName().group().equals(GROUP)
                        && metric.metricName().name().equals(BYTES))
                .mapToDouble(metric -> ((Number) metric.metricValue()).doubleValue())
                .sum();
        if (now != bytes || now == 0) {
            bytes = now;
            heard = clock.instant();
        }
    }

    /** Whether nothing has come for longer than a broker takes to answer. */
    boolean isAway() {
        return Duration.between(heard, clock.instant()).compareTo(PATIENCE) > 0;
    }
}
