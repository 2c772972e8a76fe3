package io.limen.aggregator.adapter.topology.watch;

import io.limen.aggregator.adapter.topology.flow.GroupId;
import io.limen.aggregator.domain.alert.WatchedGroup;
import io.limen.aggregator.domain.drift.WatchSettings;
import io.limen.schemas.DriftAlert;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Shows each study to the watch on its group, and forwards the alert that changes its state thereby. */
final class WatchProcessor extends ContextualProcessor<String, GroupedStudy, String, DriftAlert> {

    private final WatchSettings settings;
    private WatchedGroups groups;

    WatchProcessor(WatchSettings settings) {
        this.settings = settings;
    }

    @Override
    public void init(ProcessorContext<String, DriftAlert> context) {
        super.init(context);
        groups = new WatchedGroups(
                context.getStateStore(WatchedGroups.STORE), context.getStateStore(WatchedGroups.RECENT));
    }

    @Override
    public void process(Record<String, GroupedStudy> record) {
        GroupId group = record.value().group();
        WatchedGroups.Kept kept = groups.find(group).next();
        groups.remember(group, kept, record.value().study(), settings.referenceStudies());
        WatchedGroup.Outcome outcome =
                kept.group().observe(record.value().study(), groups.recent(group), alertId(group, kept), settings);
        groups.put(group, kept.with(outcome.group()));
        outcome.alert()
                .ifPresent(alert -> context()
                        .forward(record.withValue(AlertMapper.toRecord(
                                group.model(), group.group(), alert, settings.expectedRunLength()))));
    }

    /** The same when the study is processed again, and no other study's. */
    private static String alertId(GroupId group, WatchedGroups.Kept kept) {
        return UUID.nameUUIDFromBytes((group.storeKey() + "/" + kept.seen()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
