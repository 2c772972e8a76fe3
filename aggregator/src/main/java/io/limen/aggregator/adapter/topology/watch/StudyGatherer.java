package io.limen.aggregator.adapter.topology.watch;

import io.limen.aggregator.adapter.topology.flow.Arrival;
import io.limen.aggregator.adapter.topology.flow.GroupId;
import io.limen.aggregator.adapter.topology.flow.SeenKeys;
import io.limen.aggregator.application.WatchMetrics;
import io.limen.aggregator.domain.drift.OpenStudy;
import io.limen.aggregator.domain.statistics.Explanation;
import io.limen.schemas.ModelKey;
import io.limen.schemas.TraceHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Gathers the cases of a study, and forwards it once no case has come for a while: the cases of a study are alike, and
 * counted one by one they would look like evidence. A case without a study is one of its own. A case that comes after its
 * study was closed is in the statistics but no longer in the watch, and counted. A study that does not end is forwarded in
 * parts, so that a site which gives every case the same study is still watched.
 */
final class StudyGatherer extends ContextualProcessor<String, Arrival, String, GroupedStudy> {

    /** When a study was closed, milliseconds since the epoch. */
    static final String CLOSED_STUDIES = "closed-studies";

    /** Above it, cases of further studies are taken one by one: bounds the memory whatever comes. */
    static final int MOST_OPEN = 10_000;

    private static final Duration LOOKED_EVERY = Duration.ofSeconds(1);

    private final Duration quiet;
    private final WatchMetrics metrics;
    private final Function<ProcessorContext<?, ?>, KnownGroups> knownGroups;
    private OpenStudies open;
    private SeenKeys closed;
    private KnownGroups groups;
    private int openCount;
    private long startedAt;

    /**
     * @param quiet how long no case must have come before a study is closed
     */
    StudyGatherer(Duration quiet, WatchMetrics metrics, Function<ProcessorContext<?, ?>, KnownGroups> knownGroups) {
        this.quiet = quiet;
        this.metrics = metrics;
        this.knownGroups = knownGroups;
    }

    @Override
    public void init(ProcessorContext<String, GroupedStudy> context) {
        super.init(context);
        open = new OpenStudies(context.getStateStore(OpenStudies.STORE));
        closed = SeenKeys.of(context, CLOSED_STUDIES);
        groups = knownGroups.apply(context);
        openCount = open.size();
        startedAt = context.currentSystemTimeMs();
        context.schedule(LOOKED_EVERY, PunctuationType.WALL_CLOCK_TIME, this::closeQuiet);
    }

    @Override
    public void process(Record<String, Arrival> record) {
        if (record.value() instanceof Arrival.First first) {
            Explanation explanation = first.explanation();
            GroupId group = new GroupId(ModelKey.parse(record.key()), explanation.group());
            OpenStudy one = OpenStudy.of(explanation);
            if (!groups.hasRoomFor(group)) {
                return;
            }
            if (explanation.studyId().isEmpty()) {
                forward(group, one, record);
            } else {
                gather(group, group.storeKey() + "/" + explanation.studyId().get(), one, record);
            }
        }
    }

    private void gather(GroupId group, String key, OpenStudy one, Record<String, Arrival> record) {
        if (closed.contains(key)) {
            metrics.missesCase();
            return;
        }
        Instant now = Instant.ofEpochMilli(context().currentSystemTimeMs());
        OpenStudies.Open known = open.find(key).orElse(null);
        if (known == null && openCount >= MOST_OPEN) {
            closed.add(key);
            forward(group, one, record);
            return;
        }
        Optional<String> trace = TraceHeaders.line(TraceHeaders.read(record.headers()));
        OpenStudies.Open next = known == null ? new OpenStudies.Open(one, 1, now, trace) : known.plus(one, trace);
        if (next.isFull(now)) {
            // not closed for good: what comes is its next part
            open.remove(key);
            openCount--;
            forward(group, next.study(), record);
            return;
        }
        openCount += known == null ? 1 : 0;
        open.put(key, group, next, now);
    }

    private void forward(GroupId group, OpenStudy one, Record<String, Arrival> record) {
        context().forward(record.withValue(new GroupedStudy(group, one.close())));
    }

    private void closeQuiet(long now) {
        if (now - startedAt < quiet.toMillis()) {
            // what came while this was down is still being read
            return;
        }
        for (OpenStudies.Closed study : open.takeQuiet(Instant.ofEpochMilli(now).minus(quiet))) {
            openCount--;
            closed.add(study.key());
            GroupedStudy grouped = study.study();
            context().forward(new Record<>(grouped.group().model().toString(), grouped, now, study.headers()));
        }
    }
}
