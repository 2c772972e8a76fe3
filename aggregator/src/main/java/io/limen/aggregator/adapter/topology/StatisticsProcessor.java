package io.limen.aggregator.adapter.topology;

import io.limen.aggregator.adapter.topology.flow.Arrival;
import io.limen.aggregator.adapter.topology.flow.GroupId;
import io.limen.aggregator.adapter.topology.flow.PaneId;
import io.limen.aggregator.adapter.topology.watch.WatchStatus;
import io.limen.aggregator.application.ExplanationMetrics;
import io.limen.aggregator.application.ExplanationOutcome;
import io.limen.aggregator.domain.statistics.Explanation;
import io.limen.aggregator.domain.statistics.GroupStatistics;
import io.limen.aggregator.domain.statistics.ModelOverview;
import io.limen.aggregator.domain.window.CountWindow;
import io.limen.aggregator.domain.window.Placement;
import io.limen.aggregator.domain.window.TimeWindow;
import io.limen.aggregator.domain.window.WindowPosition;
import io.limen.schemas.ModelKey;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds each arrival into the statistics of its group, and tells what changed twice a second, so that a burst is a few
 * records and not thousands. What was not told before a stop is told after the next start, when everything is.
 */
final class StatisticsProcessor extends ContextualProcessor<String, Arrival, String, Emission> {

    /** As often as a person can see a change. */
    static final Duration TOLD_EVERY = Duration.ofMillis(500);

    private static final Logger LOG = LoggerFactory.getLogger(StatisticsProcessor.class);

    private final ExplanationMetrics metrics;
    private final CountWindow last;
    private final Function<ProcessorContext<?, ?>, WatchStatus> watches;
    private final Set<ModelKey> changedModels = new LinkedHashSet<>();
    private final Set<PaneId> changedPanes = new LinkedHashSet<>();
    private StatisticsStores stores;
    private WindowPanes panes;
    private Publications publications;

    StatisticsProcessor(
            ExplanationMetrics metrics, CountWindow last, Function<ProcessorContext<?, ?>, WatchStatus> watches) {
        this.metrics = metrics;
        this.last = last;
        this.watches = watches;
    }

    @Override
    public void init(ProcessorContext<String, Emission> context) {
        super.init(context);
        stores = new StatisticsStores(
                context.getStateStore(StatisticsStores.PER_MODEL), context.getStateStore(StatisticsStores.PER_GROUP));
        panes = new WindowPanes(context.getStateStore(WindowPanes.STORE), last);
        publications = new Publications(stores, panes, watches.apply(context));
        stores.models().forEach(this::markAllAsChanged);
        context.schedule(TOLD_EVERY, PunctuationType.WALL_CLOCK_TIME, this::tell);
    }

    @Override
    public void process(Record<String, Arrival> record) {
        ModelKey model = ModelKey.parse(record.key());
        ModelOverview overview = stores.model(model);
        if (!(record.value() instanceof Arrival.First first)) {
            metrics.count(ExplanationOutcome.DUPLICATE);
            stores.put(model, overview.dropDuplicate());
        } else if (!overview.hasRoomFor(first.explanation().group())) {
            metrics.count(ExplanationOutcome.REJECTED);
            LOG.warn(
                    "Attribution not counted: {} has {} groups already",
                    LogLine.of(record.key()),
                    ModelOverview.MAX_GROUPS);
            return;
        } else {
            count(model, overview, first.explanation());
            metrics.count(ExplanationOutcome.COUNTED);
        }
        changedModels.add(model);
    }

    private void count(ModelKey model, ModelOverview overview, Explanation explanation) {
        GroupId id = new GroupId(model, explanation.group());
        KeptGroup group = stores.group(id);
        GroupStatistics statistics = group.statistics().add(explanation, overview.roomForComponents());
        Instant time = explanation.segmentedAt();
        Placement placement =
                group.position().place(time, Instant.ofEpochMilli(context().currentSystemTimeMs()));
        WindowPosition position = group.position().after(time, placement);
        if (!group.position().endsInPaneOf(position)) {
            // A pane that the windows leave is told while it is there.
            tellPoints(context().currentSystemTimeMs());
        }
        changedPanes.addAll(panes.add(id, group.position(), explanation, placement));
        stores.put(id, new KeptGroup(statistics, position));
        ModelOverview counted = overview.with(id.group(), statistics);
        stores.put(model, placement == Placement.AHEAD ? counted : counted.at(time));
    }

    private void markAllAsChanged(ModelKey model) {
        changedModels.add(model);
        stores.model(model).components().keySet().forEach(group -> {
            GroupId id = new GroupId(model, group);
            for (TimeWindow window : TimeWindow.values()) {
                changedPanes.addAll(panes.within(id, window, stores.group(id).position()));
            }
        });
    }

    private void tell(long now) {
        tellPoints(now);
        changedModels.forEach(model -> publications.of(model).forEach(emission -> forward(emission, now)));
        changedModels.clear();
    }

    private void tellPoints(long now) {
        for (PaneId id : changedPanes) {
            panes.pane(id).ifPresent(pane -> forward(publications.point(id, pane), now));
        }
        changedPanes.clear();
    }

    private void forward(Emission emission, long now) {
        context().forward(new Record<>(emission.key(), emission, now));
    }
}
