package io.limen.schemas;

import java.util.Map;

/** The catalogue of topics: whoever creates topics, and the Kubernetes resources, take them from here. */
public enum Topic {
    /** Cases as models segment them; key caseId. */
    SEGMENTATION_RESULTS("segmentation-results", "delete"),
    /** Cases that can't be explained, their bytes as they came, the reason in {@link RejectionHeader}s; key caseId. */
    SEGMENTATION_RESULTS_REJECTED("segmentation-results-rejected", "delete"),
    /** One explanation per case; key model@version, so that statistics need no repartition. */
    ATTRIBUTIONS("attributions", "delete"),
    /** Running statistics; key model@version, the newest wins. */
    MODEL_STATISTICS("model-statistics", "compact"),
    /** Points of charts: statistics per interval of event time; key model@version|site|mode|width|start, the newest wins. */
    STATISTICS_HISTORY("statistics-history", "compact,delete"),
    /** Points of charts: evidence for a change per interval of event time; key model@version|site|mode|width|start, the newest wins. */
    DRIFT_HISTORY("drift-history", "compact,delete"),
    /** How differently the models of the fleet perceive; key reference mode, the newest wins. */
    FLEET_STATISTICS("fleet-statistics", "compact"),
    /** Changes of how a model perceives; key model@version. Kept for good: few, and one that is open must not fade away. */
    DRIFT_ALERTS("drift-alerts", "delete", Topic.FOR_GOOD),
    /** What people tell the watch on a model: a new reference, an acknowledgement; key model@version. Kept as long as alerts. */
    DRIFT_COMMANDS("drift-commands", "delete", Topic.FOR_GOOD),
    /** Who changed something over HTTP, or tried to, and who has published; key model@version, none where no model or several are named. Kept for good. */
    AUDIT_LOG("audit-log", "delete", Topic.FOR_GOOD);

    /** Enough for several workers and few enough for one laptop. */
    public static final int PARTITIONS = 4;

    /** In Kafka's words. */
    private static final String FOR_GOOD = "-1";

    private final String topicName;
    private final Map<String, String> configuration;

    Topic(String topicName, String cleanupPolicy) {
        this.topicName = topicName;
        this.configuration = Map.of("cleanup.policy", cleanupPolicy);
    }

    Topic(String topicName, String cleanupPolicy, String retentionMillis) {
        this.topicName = topicName;
        this.configuration = Map.of("cleanup.policy", cleanupPolicy, "retention.ms", retentionMillis);
    }

    /** The topic's name in Kafka. */
    public String topicName() {
        return topicName;
    }

    /** The topic's configuration in Kafka's own keys. */
    public Map<String, String> configuration() {
        return configuration;
    }
}
