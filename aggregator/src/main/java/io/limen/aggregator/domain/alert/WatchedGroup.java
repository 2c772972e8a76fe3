package io.limen.aggregator.domain.alert;

import io.limen.aggregator.domain.drift.Bet;
import io.limen.aggregator.domain.drift.Evidence;
import io.limen.aggregator.domain.drift.EvidenceReading;
import io.limen.aggregator.domain.drift.FeatureWatch;
import io.limen.aggregator.domain.drift.MonitoredFeature;
import io.limen.aggregator.domain.drift.Study;
import io.limen.aggregator.domain.drift.Watch;
import io.limen.aggregator.domain.drift.WatchSettings;
import io.limen.aggregator.domain.drift.Watching;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The watch on one group together with the alert that it has open.
 *
 * @param watch the watch
 * @param open the alert that was raised and is not over
 */
public record WatchedGroup(Watch watch, Optional<Alert> open) {

    /** Nothing seen yet. */
    public static final WatchedGroup NEW = new WatchedGroup(Watch.begin(), Optional.empty());

    /**
     * A group after something has happened.
     *
     * @param group as it is then
     * @param alert an alert that changed its state thereby
     * @param reading the evidence that was decided on
     */
    public record Outcome(WatchedGroup group, Optional<Alert> alert, EvidenceReading reading) {

        private Outcome with(EvidenceReading weighed) {
            return new Outcome(group, alert, weighed);
        }
    }

    /**
     * The group after one more study.
     *
     * @param alertId the id of an alert that the study begins
     */
    public Outcome observe(Study study, RecentStudies recent, String alertId, WatchSettings settings) {
        if (!(watch instanceof Watching before)) {
            return quiet(watch.observe(study, settings));
        }
        Watching weighed = before.weigh(study);
        return decided(weighed, study, recent, alertId, settings).with(weighed.reading());
    }

    private Outcome decided(
            Watching weighed, Study study, RecentStudies recent, String alertId, WatchSettings settings) {
        Watching after = weighed.decide(study, settings);
        if (after.state() == weighed.state()) {
            return quiet(after);
        }
        return switch (after.state()) {
            case SUSPECT -> raised(after, alert(after, AlertState.SUSPECT, alertId, study, recent, settings));
            case ALERT -> alarmed(after, alert(after, AlertState.ALERT, alertId, study, recent, settings), recent);
            case CLEARED -> hasReturned(recent) ? over(after, study.at()) : stillOpen(after);
            case OK -> over(after, study.at());
        };
    }

    /** The group with the newest studies as its reference; an open alert is over. */
    public Outcome pin(RecentStudies recent, Instant at, WatchSettings settings) {
        List<Study> newest = recent.newest(settings.referenceStudies());
        Watch pinned = Watch.begin();
        for (Study study : newest) {
            pinned = pinned.observe(study, settings);
        }
        return over(pinned, at);
    }

    /** The group with a reference to be gathered from the studies to come; an open alert is over. */
    public Outcome restart(Instant at) {
        return over(Watch.begin(), at);
    }

    /** Calm alone is no proof: a small change takes longer to be suspected again. Its feature has to be back, on the nearer side. */
    private boolean hasReturned(RecentStudies recent) {
        return open.map(alert -> alert.change().isUndoneBy(recent.newest(WatchSettings.MOST_REFERENCE)))
                .orElse(true);
    }

    /** Whether there is an alert stays as it was. */
    private Outcome quiet(Watch after) {
        return new Outcome(new WatchedGroup(after, open), Optional.empty(), EvidenceReading.NONE);
    }

    private Outcome stillOpen(Watching after) {
        return quiet(after.reopen());
    }

    private Outcome raised(Watching after, Alert alert) {
        return new Outcome(new WatchedGroup(after, Optional.of(alert)), Optional.of(alert), EvidenceReading.NONE);
    }

    private Outcome alarmed(Watching after, Alert alert, RecentStudies recent) {
        // from here on the change is told from the reference, to which its own studies do not belong
        Watching clean = after.forget(sinceOnset(alert.change(), recent)).restart();
        return raised(clean, alert);
    }

    /** The studies that the change was seen in, newest first: in the order they were looked at, whatever their own times say. */
    private static List<Study> sinceOnset(Change change, RecentStudies recent) {
        List<Study> newest = new ArrayList<>(recent.newest(WatchSettings.MOST_REFERENCE));
        Collections.reverse(newest);
        List<Study> since = new ArrayList<>();
        long defined = 0;
        for (Study study : newest) {
            defined += study.values().containsKey(change.feature()) ? 1 : 0;
            if (defined > change.current().count()) {
                return since;
            }
            since.add(study);
        }
        return since;
    }

    private Outcome over(Watch after, Instant at) {
        Optional<Alert> cleared = open.map(alert -> alert.cleared(at));
        return new Outcome(new WatchedGroup(after, Optional.empty()), cleared, EvidenceReading.NONE);
    }

    private Alert alert(
            Watching watching,
            AlertState state,
            String newId,
            Study study,
            RecentStudies recent,
            WatchSettings settings) {
        Map<MonitoredFeature, Double> shares = watching.shares();
        MonitoredFeature carrier =
                Collections.max(shares.entrySet(), Map.Entry.comparingByValue()).getKey();
        FeatureWatch carried = watching.features().get(carrier);
        Map.Entry<Bet, Evidence> best = carried.best();
        Instant onset = best.getValue().since().count() == 0
                ? study.at()
                : best.getValue().onset();
        Change change = new Change(
                carrier,
                best.getKey().direction(),
                carried.reference(),
                best.getValue().since(),
                onset);
        return new Alert(
                open.map(Alert::id).orElse(newId),
                state,
                change,
                watching.statistic(),
                watching.moved(),
                study.at(),
                watching.rankedAmong(),
                shares,
                sinceOnset(change, recent).stream()
                        .map(Study::exampleId)
                        .limit(Alert.MAX_EXAMPLES)
                        .toList());
    }
}
