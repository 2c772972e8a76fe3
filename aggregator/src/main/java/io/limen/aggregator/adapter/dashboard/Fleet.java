package io.limen.aggregator.adapter.dashboard;

import io.limen.schemas.Attribution;
import io.limen.schemas.DriftHistory;
import io.limen.schemas.FleetStatistics;
import io.limen.schemas.ModelStatistics;
import io.limen.schemas.StatisticsHistory;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;

/**
 * The fleet as it is now, and who wants to hear of its changes. Written by one thread, read by any: the writer changes
 * a draft record by record and publishes it once per batch, so that a burst is a few events and not thousands.
 */
public final class Fleet {

    private final int newestExplanations;
    private final Set<Consumer<List<FeedEvent>>> listeners = new CopyOnWriteArraySet<>();
    private final Map<String, ComparisonView> comparisons = new ConcurrentSkipListMap<>();
    private final Charts charts = new Charts();
    private final Queue<Attribution> offered = new ConcurrentLinkedQueue<>();
    private final BrokerPulse broker = new BrokerPulse(InstantSource.system());
    private FleetView draft = FleetView.EMPTY;
    private volatile FleetView published = FleetView.EMPTY;

    /**
     * An empty fleet.
     *
     * @param newestExplanations how many to hold per model, site and reference mode, with their pictures
     */
    public Fleet(int newestExplanations) {
        this.newestExplanations = newestExplanations;
    }

    /** Takes newer statistics of a model into the draft. */
    public void take(ModelStatistics statistics) {
        draft = draft.with(statistics);
    }

    /** Takes one more explanation into the draft. */
    public void take(Attribution attribution) {
        draft = draft.with(attribution, newestExplanations);
    }

    /** One more explanation, by any thread: it is in the draft before the next one is published. */
    public void offer(Attribution attribution) {
        offered.add(attribution);
    }

    /** Takes a newer comparison of the models; seen at once, for it is no part of the draft. */
    public void take(FleetStatistics statistics) {
        comparisons.put(statistics.getReferenceMode().name(), ComparisonView.of(statistics));
    }

    /** Takes a point of a chart; seen at once. */
    public void take(StatisticsHistory history) {
        charts.take(history);
    }

    /** Takes how far the evidence for a change got in an interval; seen at once. */
    public void take(DriftHistory history) {
        charts.take(history);
    }

    /** Makes the draft the view that everyone sees, and tells the listeners what changed. */
    public void publish() {
        for (Attribution next = offered.poll(); next != null; next = offered.poll()) {
            take(next);
        }
        List<FeedEvent> events = draft.since(published);
        published = draft;
        if (!events.isEmpty()) {
            listeners.forEach(listener -> listener.accept(events));
        }
    }

    /** The picture of one of the newest explanations, PNG. */
    public Optional<byte[]> overlay(String explanationId) {
        return published.overlay(explanationId);
    }

    /** How many of the newest explanations of a site and a reference mode are held of a model with so many of these. */
    public int newestExplanations(int groups) {
        return Math.min(newestExplanations, Math.max(1, ModelView.GROUPS * newestExplanations / groups));
    }

    /** Whether this model is shown, or can be. */
    public boolean hasRoomFor(String model) {
        return published.hasRoomFor(model);
    }

    /** Whether everyone sees this explanation among the newest of its model. */
    public boolean holds(String model, String explanationId) {
        return published.model(model).flatMap(one -> one.find(explanationId)).isPresent();
    }

    FleetView view() {
        return published;
    }

    /** The newest comparison per reference mode. */
    Collection<ComparisonView> comparisons() {
        return comparisons.values();
    }

    Charts charts() {
        return charts;
    }

    /** Whether what is told here can be new. */
    BrokerPulse broker() {
        return broker;
    }

    int listeners() {
        return listeners.size();
    }

    /** The listener is called on the writer's thread and must not block. */
    void listen(Consumer<List<FeedEvent>> listener) {
        listeners.add(listener);
    }

    void forget(Consumer<List<FeedEvent>> listener) {
        listeners.remove(listener);
    }
}
