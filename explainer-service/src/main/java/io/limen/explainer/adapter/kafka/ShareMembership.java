package io.limen.explainer.adapter.kafka;

import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.Metric;

/** Whether a share consumer has got partitions, of which its own interface tells nothing and its metrics do. */
final class ShareMembership {

    private static final String ASSIGNMENTS = "rebalance-total";

    private ShareMembership() {}

    /** True from the first assignment on. */
    static boolean of(ShareConsumer<?, ?> consumer) {
        return consumer.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals(ASSIGNMENTS))
                .map(Metric::metricValue)
                .anyMatch(total -> total instanceof Number number && number.doubleValue() > 0);
    }
}
