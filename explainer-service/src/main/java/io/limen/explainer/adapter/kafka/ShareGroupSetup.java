package io.limen.explainer.adapter.kafka;

import io.limen.explainer.application.stream.StreamUnavailableException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.FeatureMetadata;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.SupportedVersionRange;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/**
 * Looks whether the broker has share groups, and prepares ours. A share group begins at the end of a topic unless it is told
 * otherwise before its first member comes: what was published before that would be lost.
 */
public final class ShareGroupSetup implements BrokerRequirement {

    private static final String OFFSET_RESET = "share.auto.offset.reset";
    private static final String EARLIEST = "earliest";
    private static final String DELIVERY_LIMIT = "share.delivery.count.limit";

    /** One beside others, one alone, and one to put the case back before the broker drops it. */
    private static final int LEAST_DELIVERIES = 3;

    /** The broker's own default. */
    private static final int USUAL_DELIVERIES = 5;

    /** Of Kafka 4.2, the first to renew locks and to hand out single records. */
    private static final short FIRST_METADATA_VERSION = 28;

    private final ConfigResource group;
    private volatile int deliveryLimit = USUAL_DELIVERIES;
    private volatile Optional<String> obstacle = Optional.of("the broker was not asked for its share groups yet");

    public ShareGroupSetup(KafkaAddress address) {
        this.group = new ConfigResource(ConfigResource.Type.GROUP, address.group());
    }

    /** How often the broker hands a record out at the most. */
    int deliveryLimit() {
        return deliveryLimit;
    }

    /** @throws StreamUnavailableException while the group is not prepared */
    void requireDone() {
        obstacle.ifPresent(reason -> {
            throw new StreamUnavailableException(reason, null);
        });
    }

    @Override
    public List<String> missing(Admin admin) throws ExecutionException, InterruptedException {
        if (obstacle.isPresent()) {
            obstacle = prepare(admin);
        }
        return obstacle.stream().toList();
    }

    private Optional<String> prepare(Admin admin) throws ExecutionException, InterruptedException {
        try {
            if (!supported(admin.describeFeatures().featureMetadata().get())) {
                return Optional.of(unsupported());
            }
            Config settings = admin.describeConfigs(List.of(group)).all().get().get(group);
            deliveryLimit = Optional.ofNullable(settings.get(DELIVERY_LIMIT))
                    .map(entry -> Integer.parseInt(entry.value()))
                    .orElse(USUAL_DELIVERIES);
            Optional<String> tooFew = tooFewDeliveries();
            return tooFew.isPresent() ? tooFew : fromTheBeginning(admin, settings.get(OFFSET_RESET));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnsupportedVersionException) {
                return Optional.of(unsupported());
            }
            if (e.getCause() instanceof AuthorizationException) {
                return Optional.of("not allowed to set up the share group " + group.name() + ": set " + OFFSET_RESET
                        + "=" + EARLIEST + " on it, and allow us to describe and alter its configuration");
            }
            throw e;
        }
    }

    private static boolean supported(FeatureMetadata features) {
        FinalizedVersionRange shareGroups = features.finalizedFeatures().get("share.version");
        SupportedVersionRange software = features.supportedFeatures().get("metadata.version");
        return shareGroups != null
                && shareGroups.maxVersionLevel() >= 1
                && software != null
                && software.maxVersion() >= FIRST_METADATA_VERSION;
    }

    private static String unsupported() {
        return "the broker has no share groups (Kafka 4.2 with the feature share.version=1, or newer):"
                + " set limen.delivery=group to work as a consumer group";
    }

    private Optional<String> tooFewDeliveries() {
        return deliveryLimit >= LEAST_DELIVERIES
                ? Optional.empty()
                : Optional.of(DELIVERY_LIMIT + " of the share group " + group.name() + " is " + deliveryLimit
                        + ": the broker would drop a case silently, set it to " + LEAST_DELIVERIES + " or more");
    }

    /**
     * What somebody has set on the group itself is meant so. What we set has to be there before the first member comes, and a
     * broker shows it a moment later.
     */
    private Optional<String> fromTheBeginning(Admin admin, ConfigEntry current)
            throws ExecutionException, InterruptedException {
        if (current.source() == ConfigEntry.ConfigSource.DYNAMIC_GROUP_CONFIG) {
            return Optional.empty();
        }
        AlterConfigOp earliest = new AlterConfigOp(new ConfigEntry(OFFSET_RESET, EARLIEST), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(group, List.of(earliest))).all().get();
        return Optional.of("the share group " + group.name() + " is being set up");
    }
}
