package io.limen.quickstart.adapter.stream;

import io.limen.quickstart.domain.DriftNotice;
import io.limen.quickstart.domain.Group;
import io.limen.quickstart.domain.GroupFigures;
import io.limen.quickstart.domain.Moments;
import io.limen.quickstart.domain.StreamEvent;
import io.limen.schemas.Attribution;
import io.limen.schemas.DriftAlert;
import io.limen.schemas.FeatureStatistics;
import io.limen.schemas.GroupStatistics;
import io.limen.schemas.ModelKey;
import io.limen.schemas.ModelStatistics;
import io.limen.schemas.PerceptualStrategy;
import io.limen.schemas.RejectionHeader;
import io.limen.schemas.SegmentationResult;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;

/** Records of the topics as events of the demo. */
final class RecordMapper {

    private final SingleObjectSerde<Attribution> attributions = SingleObjectSerde.attribution();
    private final SingleObjectSerde<SegmentationResult> cases = SingleObjectSerde.segmentationResult();
    private final SingleObjectSerde<ModelStatistics> statistics = SingleObjectSerde.modelStatistics();
    private final SingleObjectSerde<DriftAlert> alerts = SingleObjectSerde.driftAlert();

    StreamEvent map(ConsumerRecord<byte[], byte[]> each) {
        if (each.topic().equals(Topic.ATTRIBUTIONS.topicName())) {
            return explained(attributions.decode(each.value()));
        }
        if (each.topic().equals(Topic.MODEL_STATISTICS.topicName())) {
            return published(statistics.decode(each.value()));
        }
        if (each.topic().equals(Topic.DRIFT_ALERTS.topicName())) {
            return drifted(alerts.decode(each.value()));
        }
        return rejected(each);
    }

    private static StreamEvent drifted(DriftAlert one) {
        String model = new ModelKey(one.getModel(), one.getModelVersion()).toString();
        return new StreamEvent.DriftReported(new DriftNotice(
                one.getAlertId(),
                new Group(model, one.getSite(), one.getReferenceMode().name()),
                DriftNotice.State.valueOf(one.getState().name()),
                one.getFeature(),
                Optional.ofNullable(one.getReferenceMean()),
                Optional.ofNullable(one.getCurrentMean()),
                one.getOnset(),
                one.getMoved().stream()
                        .map(source -> source.name().toLowerCase(Locale.ROOT))
                        .toList(),
                one.getSummary()));
    }

    private static StreamEvent explained(Attribution one) {
        String model = new ModelKey(one.getModel(), one.getModelVersion()).toString();
        return new StreamEvent.Explained(
                new Group(model, one.getSite(), one.getReferenceMode().name()),
                one.getCaseId(),
                one.getBaselineDice(),
                one.getStrategy().getStrategy().name(),
                one.getForwards(),
                Duration.ofMillis(one.getElapsedMillis()),
                one.getBudgetExhausted() && one.getStrategy().getStrategy() == PerceptualStrategy.UNDETERMINED);
    }

    private static StreamEvent published(ModelStatistics one) {
        String model = new ModelKey(one.getModel(), one.getModelVersion()).toString();
        Map<Group, GroupFigures> groups = new HashMap<>();
        for (GroupStatistics group : one.getGroups()) {
            groups.put(
                    new Group(model, group.getSite(), group.getReferenceMode().name()), figures(group));
        }
        return new StreamEvent.StatisticsPublished(model, groups);
    }

    private static GroupFigures figures(GroupStatistics group) {
        Map<String, FeatureStatistics> features = group.getFeatures();
        return new GroupFigures(
                group.getExplanations(),
                moments(features.get("baselineDice")),
                moments(features.get("causalRadius")),
                moments(features.get("locality")),
                group.getClassCounts());
    }

    private static Moments moments(FeatureStatistics feature) {
        if (feature == null) {
            return Moments.NONE;
        }
        double variance = feature.getVariance() == null ? 0 : feature.getVariance();
        return new Moments(feature.getCount(), feature.getMean(), Math.sqrt(variance));
    }

    private StreamEvent rejected(ConsumerRecord<byte[], byte[]> each) {
        String key = each.key() == null ? "-" : new String(each.key(), StandardCharsets.UTF_8);
        String origin = text(each, RejectionHeader.TOPIC) + "/" + text(each, RejectionHeader.PARTITION) + "/"
                + text(each, RejectionHeader.OFFSET);
        return new StreamEvent.Rejected(origin, key, site(each.value()), text(each, RejectionHeader.REASON));
    }

    /** The site in a rejected record; many are rejected because there is none to read. */
    private Optional<String> site(byte[] value) {
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(cases.decode(value).getSite());
        } catch (SerializationException unreadable) {
            return Optional.empty();
        }
    }

    private static String text(ConsumerRecord<byte[], byte[]> each, RejectionHeader name) {
        Header header = each.headers().lastHeader(name.key());
        return header == null ? "?" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
