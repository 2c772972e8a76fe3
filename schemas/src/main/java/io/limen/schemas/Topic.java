package io.limen.schemas;

import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/** The catalogue of topics: whoever creates topics, and the Kubernetes resources, take them from here. */
public enum Topic {
    /** Cases as models segment them; key caseId. */
    SEGMENTATION_RESULTS("segmentation-results", SegmentationResult.getClassSchema(), "delete"),
    /** Cases that can't be explained, the reason in {@link RejectionHeader}s; key caseId. A record is framed, or else as it came. */
    SEGMENTATION_RESULTS_REJECTED("segmentation-results-rejected", SegmentationResult.getClassSchema(), "delete"),
    /** One explanation per case; key model@version, so that statistics need no repartition. */
    ATTRIBUTIONS("attributions", Attribution.getClassSchema(), "delete"),
    /** Running statistics; key model@version, the newest wins. */
    MODEL_STATISTICS("model-statistics", ModelStatistics.getClassSchema(), "compact"),
    /** Points of charts: statistics per interval of event time; key model@version|site|mode|width|start, the newest wins. */
    STATISTICS_HISTORY("statistics-history", StatisticsHistory.getClassSchema(), "compact,delete"),
    /** Points of charts: evidence for a change per interval of event time; key model@version|site|mode|width|start, the newest wins. */
    DRIFT_HISTORY("drift-history", DriftHistory.getClassSchema(), "compact,delete"),
    /** How differently the models of the fleet perceive; key reference mode, the newest wins. */
    FLEET_STATISTICS("fleet-statistics", FleetStatistics.getClassSchema(), "compact"),
    /** Changes of how a model perceives; key model@version. Kept for good: few, and one that is open must not fade away. */
    DRIFT_ALERTS("drift-alerts", DriftAlert.getClassSchema(), "delete", Topic.FOR_GOOD),
    /** What people tell the watch on a model: a new reference, an acknowledgement; key model@version. Kept as long as alerts. */
    DRIFT_COMMANDS("drift-commands", DriftCommand.getClassSchema(), "delete", Topic.FOR_GOOD),
    /** Who changed something over HTTP, or tried to, and who has published; key model@version, none where no model or several are named. Kept for good. */
    AUDIT_LOG("audit-log", AuditEntry.getClassSchema(), "delete", Topic.FOR_GOOD);

    /** Enough for several workers and few enough for one laptop. */
    public static final int PARTITIONS = 4;

    /** In Kafka's words. */
    private static final String FOR_GOOD = "-1";

    private final String topicName;
    private final Schema schema;
    private final Map<String, String> configuration;

    Topic(String topicName, Schema schema, String cleanupPolicy) {
        this.topicName = topicName;
        this.schema = schema;
        this.configuration = Map.of("cleanup.policy", cleanupPolicy);
    }

    Topic(String topicName, Schema schema, String cleanupPolicy, String retentionMillis) {
        this.topicName = topicName;
        this.schema = schema;
        this.configuration = Map.of("cleanup.policy", cleanupPolicy, "retention.ms", retentionMillis);
    }

    /** The topic's name in Kafka. */
    public String topicName() {
        return topicName;
    }

    /** Every released schema of the topic's values, oldest first; the last is the current one. */
    public List<Schema> releasedSchemas() {
        return ReleasedSchemas.of(schema.getName());
    }

    /** The topic's configuration in Kafka's own keys. */
    public Map<String, String> configuration() {
        return configuration;
    }
}
