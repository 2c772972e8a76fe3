package io.limen.schemas;

import static org.apache.kafka.common.acl.AclOperation.ALL;
import static org.apache.kafka.common.acl.AclOperation.ALTER_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import java.util.List;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Who comes to brokers that ask for a name, and what each may do there. The secured chain is tested with these rights and no
 * more; users of the Kubernetes resources, and the table beside them, are held to them.
 */
public enum BrokerUser {
    /** {@code limen publish}. */
    PRODUCER("producer", BrokerRight.on(Topic.SEGMENTATION_RESULTS, WRITE), BrokerRight.on(Topic.AUDIT_LOG, WRITE)),
    /** {@code limen intake}. */
    INTAKE("intake", BrokerRight.on(Topic.SEGMENTATION_RESULTS, WRITE), BrokerRight.on(Topic.AUDIT_LOG, WRITE)),
    /** The explainer: a case that it could not finish goes back; a group for each trial tells which case has killed its process. */
    EXPLAINER(
            "explainer",
            BrokerRight.on(Topic.SEGMENTATION_RESULTS, READ, WRITE),
            BrokerRight.on(Topic.SEGMENTATION_RESULTS_REJECTED, WRITE),
            BrokerRight.on(Topic.ATTRIBUTIONS, WRITE),
            BrokerRight.onGroup("explainer", READ, DESCRIBE_CONFIGS, ALTER_CONFIGS),
            BrokerRight.beginningWith("explainer-trial-", ResourceType.GROUP, READ, DELETE)),
    /** The aggregator: what begins with its application id is its own. */
    AGGREGATOR(
            "aggregator",
            BrokerRight.on(Topic.ATTRIBUTIONS, READ),
            BrokerRight.on(Topic.SEGMENTATION_RESULTS, READ),
            BrokerRight.on(Topic.MODEL_STATISTICS, READ, WRITE),
            BrokerRight.on(Topic.STATISTICS_HISTORY, READ, WRITE),
            BrokerRight.on(Topic.DRIFT_HISTORY, READ, WRITE),
            BrokerRight.on(Topic.FLEET_STATISTICS, READ, WRITE),
            BrokerRight.on(Topic.DRIFT_ALERTS, READ, WRITE),
            BrokerRight.on(Topic.DRIFT_COMMANDS, READ, WRITE),
            BrokerRight.on(Topic.AUDIT_LOG, WRITE),
            BrokerRight.beginningWith("limen-aggregator", ResourceType.TOPIC, ALL),
            BrokerRight.beginningWith("limen-aggregator", ResourceType.GROUP, ALL),
            BrokerRight.beginningWith("limen-aggregator", ResourceType.TRANSACTIONAL_ID, ALL)),
    /** {@code limen explain --replay}. */
    REPLAY("replay", BrokerRight.on(Topic.ATTRIBUTIONS, READ), BrokerRight.on(Topic.SEGMENTATION_RESULTS, READ)),
    /** {@code limen report}. */
    REPORT(
            "report",
            BrokerRight.on(Topic.ATTRIBUTIONS, READ),
            BrokerRight.on(Topic.DRIFT_ALERTS, READ),
            BrokerRight.on(Topic.DRIFT_COMMANDS, READ));

    private final String userName;
    private final List<BrokerRight> rights;

    BrokerUser(String userName, BrokerRight... rights) {
        this.userName = userName;
        this.rights = List.of(rights);
    }

    /** The name that it comes under. */
    public String userName() {
        return userName;
    }

    /** What it may do, each topic, group or transactional id once. */
    public List<BrokerRight> rights() {
        return rights;
    }
}
