package io.limen.schemas;

import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What may be done with one thing of the brokers, or with all whose names begin alike.
 *
 * @param on topic, group or transactional id
 * @param operations what may be done
 */
public record BrokerRight(ResourcePattern on, Set<AclOperation> operations) {

    /** With something to do. */
    public BrokerRight {
        operations = Set.copyOf(operations);
        if (operations.isEmpty()) {
            throw new IllegalArgumentException("nothing may be done with " + on);
        }
    }

    static BrokerRight on(Topic topic, AclOperation... operations) {
        return new BrokerRight(
                new ResourcePattern(ResourceType.TOPIC, topic.topicName(), PatternType.LITERAL), Set.of(operations));
    }

    static BrokerRight onGroup(String name, AclOperation... operations) {
        return new BrokerRight(new ResourcePattern(ResourceType.GROUP, name, PatternType.LITERAL), Set.of(operations));
    }

    static BrokerRight beginningWith(String prefix, ResourceType type, AclOperation... operations) {
        return new BrokerRight(new ResourcePattern(type, prefix, PatternType.PREFIXED), Set.of(operations));
    }
}
