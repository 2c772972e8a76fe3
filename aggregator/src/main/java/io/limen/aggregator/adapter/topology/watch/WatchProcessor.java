package io.limen.aggregator.adapter.topology.watch;

import io.limen.aggregator.adapter.topology.flow.GroupId;
import io.limen.aggregator.application.WatchMetrics;
import io.limen.aggregator.domain.alert.WatchedGroup;
import io.limen.aggregator.domain.drift.Study;
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
    private final Standings standings;
    private WatchedGroups groups;

    WatchProcessor(WatchSettings settings, WatchMetrics metrics) {
        this.settings = settings;
        this.standings = new Standings(metrics, settings);
    }

    @Override
    public void init(ProcessorContext<String, DriftAlert> context) {
        super.init(context);
        groups = new WatchedGroups(
                context.getStateStore(WatchedGroups.STORE), context.getStateStore(WatchedGroups.RECENT));
        // a group that is quiet since the start stands somewhere too
        groups.forEach(standings::tell);
    }

    @Override
    public void process(Record<String, GroupedStudy> record) {
        GroupId group = record.value().group();
        WatchedGroups.Kept kept = groups.find(group).next();
        UUID drawn = drawn(group, kept, record.value().study());
        // of its own for every study: the same image, seen again, must not meet the same luck
        Study study = record.value().study().withLot(drawn.getMostSignificantBits() ^ drawn.getLeastSignificantBits());
        groups.remember(group, kept, study, settings.referenceStudies());
        WatchedGroup.Outcome outcome = kept.group().observe(study, groups.recent(group), drawn.toString(), settings);
        groups.put(group, kept.with(outcome.group()));
        standings.tell(group, outcome.group().watch());
        outcome.alert()
                .ifPresent(alert -> context()
                        .forward(record.withValue(AlertMapper.toRecord(group, alert, settings.expectedRunLength()))));
    }

    /** What it tells of is another instance's, or of the next start, from now on. */
    @Override
    public void close() {
        standings.takeBack();
    }

    /** A hash that is the same when the study is processed again, and no other study's. */
    private static UUID drawn(GroupId group, WatchedGroups.Kept kept, Study study) {
        String which = group.storeKey() + "/" + kept.seen() + "/" + study.exampleId();
        return UUID.nameUUIDFromBytes(which.getBytes(StandardCharsets.UTF_8));
    }
}
