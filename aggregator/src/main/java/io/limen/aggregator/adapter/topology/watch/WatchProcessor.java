package io.limen.aggregator.adapter.topology.watch;

import io.limen.aggregator.adapter.topology.flow.GroupId;
import io.limen.aggregator.adapter.topology.state.StateFormat;
import io.limen.aggregator.application.WatchMetrics;
import io.limen.aggregator.domain.alert.WatchedGroup;
import io.limen.aggregator.domain.drift.EvidenceInterval;
import io.limen.aggregator.domain.drift.EvidenceTrail;
import io.limen.aggregator.domain.drift.Study;
import io.limen.aggregator.domain.drift.WatchSettings;
import io.limen.aggregator.domain.drift.WatchState;
import io.limen.aggregator.domain.drift.Watching;
import io.limen.aggregator.domain.window.WindowPosition;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows each study to the watch on its group, forwards the alert that changes its state thereby, and how far the evidence got. */
final class WatchProcessor extends ContextualProcessor<String, GroupedStudy, String, WatchEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(WatchProcessor.class);

    /** Stores take nothing before the task runs. */
    private static final Duration ONCE_IT_RUNS = Duration.ofMillis(100);

    private final WatchSettings settings;
    private final StateFormat format;
    private final Standings standings;
    private WatchedGroups groups;
    private Cancellable rewriting;

    WatchProcessor(WatchSettings settings, WatchMetrics metrics, StateFormat format) {
        this.format = format;
        this.settings = settings;
        this.standings = new Standings(metrics, settings);
    }

    @Override
    public void init(ProcessorContext<String, WatchEvent> context) {
        super.init(context);
        groups = new WatchedGroups(
                context.getStateStore(WatchedGroups.STORE), context.getStateStore(WatchedGroups.RECENT));
        // a group that is quiet since the start stands somewhere too
        groups.forEach(standings::tell);
        if (format.isOlder()) {
            rewriting = context.schedule(ONCE_IT_RUNS, PunctuationType.WALL_CLOCK_TIME, now -> rewrite());
        }
    }

    /** Once: afterwards nothing is there that the version before can't read. */
    private void rewrite() {
        rewriting.cancel();
        LOG.info(
                "Watches on {} groups are kept in format {} of the state (task {})",
                groups.rewrite(),
                format.number(),
                context().taskId());
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
        EvidenceTrail trail = kept.trail().next(eventTime(study), outcome.reading(), state(outcome.group()));
        groups.put(group, kept.with(outcome.group()).with(trail));
        standings.tell(group, outcome.group().watch());
        outcome.alert()
                .map(alert -> AlertMapper.toRecord(group, alert, settings.expectedRunLength()))
                .ifPresent(alert -> context().forward(record.withValue(new WatchEvent.Alerted(alert))));
        for (EvidenceInterval interval : trail.intervals()) {
            context()
                    .forward(record.withKey(TrailMapper.key(group, interval))
                            .withValue(new WatchEvent.Weighed(
                                    TrailMapper.toRecord(group, interval, settings.expectedRunLength()))));
        }
    }

    /** A wrong or hostile clock must not push the trail into the future, where what follows would be invisible. */
    private Instant eventTime(Study study) {
        Instant latest = Instant.ofEpochMilli(context().currentSystemTimeMs()).plus(WindowPosition.CLOCK_TOLERANCE);
        return study.at().isAfter(latest) ? latest : study.at();
    }

    private static Optional<WatchState> state(WatchedGroup group) {
        return group.watch() instanceof Watching watching ? Optional.of(watching.state()) : Optional.empty();
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
