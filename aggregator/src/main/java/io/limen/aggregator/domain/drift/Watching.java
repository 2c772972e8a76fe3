package io.limen.aggregator.domain.drift;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A watch with a reference.
 *
 * @param features the watch per feature that the reference defines often enough
 * @param state where it stands
 * @param since event time of the study that moved it there
 * @param referenceStudies studies that the reference began with
 * @param studies studies watched since then
 * @param calm studies in a row below the suspicion, counted while an alert is open
 */
public record Watching(
        Map<MonitoredFeature, FeatureWatch> features,
        WatchState state,
        Instant since,
        long referenceStudies,
        long studies,
        long calm)
        implements Watch {

    public Watching {
        Map<MonitoredFeature, FeatureWatch> copy = new EnumMap<>(MonitoredFeature.class);
        copy.putAll(features);
        features = Collections.unmodifiableMap(copy);
        if (referenceStudies < 0 || studies < 0 || calm < 0) {
            throw new IllegalArgumentException(
                    "Watching: reference " + referenceStudies + ", studies " + studies + ", calm " + calm);
        }
    }

    /** A watch that begins with the reference, oldest study first. */
    static Watching begin(List<Study> reference, WatchSettings settings) {
        Instant last = reference.get(reference.size() - 1).at();
        return new Watching(
                new FirstReference(reference, settings.expectedRunLength()).features(),
                WatchState.OK,
                last,
                reference.size(),
                0,
                0);
    }

    @Override
    public Watching observe(Study study, WatchSettings settings) {
        return weigh(study).decide(study, settings);
    }

    /** This with the evidence of one more study, and where it stood before. */
    public Watching weigh(Study study) {
        boolean open = state == WatchState.ALERT;
        SplittableRandom lots = new SplittableRandom(study.lot());
        Map<MonitoredFeature, FeatureWatch> next = new EnumMap<>(features);
        for (MonitoredFeature feature : MonitoredFeature.values()) {
            double lot = lots.nextDouble(Double.MIN_NORMAL, 1);
            Double value = study.values().get(feature);
            if (value != null) {
                // while an alert is open the reference stays as it was
                next.computeIfPresent(feature, (known, watch) -> watch.next(value, study, lot, !open));
            }
        }
        return new Watching(next, state, since, referenceStudies, studies + 1, calm);
    }

    /** Where this stands now that the study has been weighed; evidence that was decided on begins anew. */
    public Watching decide(Study study, WatchSettings settings) {
        return state == WatchState.ALERT ? whileOpen(study, settings) : whileClosed(study, settings);
    }

    /** What the evidence has come to. */
    public EvidenceReading reading() {
        return new EvidenceReading(statistic(), shares());
    }

    /** The detection statistic, 0 or more. */
    public double statistic() {
        return new Evaluation(features).statistic();
    }

    /** Share of the statistic per feature, summing to 1; empty while the statistic is 0. */
    public Map<MonitoredFeature, Double> shares() {
        return new Evaluation(features).shares();
    }

    /** What has moved, when the statistic is at a suspicion or more. */
    public Set<DriftSource> moved() {
        return new Evaluation(features).moved();
    }

    /** This without studies that it watched: those of a change do not belong to the reference. */
    public Watching forget(List<Study> changed) {
        Map<MonitoredFeature, FeatureWatch> kept = new EnumMap<>(features);
        for (Study study : changed) {
            study.values()
                    .forEach(
                            (feature, value) -> kept.computeIfPresent(feature, (known, watch) -> watch.without(value)));
        }
        return new Watching(kept, state, since, referenceStudies, studies, calm);
    }

    /** This with all bets begun anew, the reference as it is. */
    public Watching restart() {
        Map<MonitoredFeature, FeatureWatch> anew = new EnumMap<>(MonitoredFeature.class);
        features.forEach((feature, watch) -> anew.put(feature, watch.restart()));
        return new Watching(anew, state, since, referenceStudies, studies, 0);
    }

    /** This with the alert open again: it was not over. */
    public Watching reopen() {
        return new Watching(features, WatchState.ALERT, since, referenceStudies, studies, 0);
    }

    /** Values that the feature with most of them is ranked among. */
    public long rankedAmong() {
        return features.values().stream()
                .mapToLong(watch -> watch.cells().total())
                .max()
                .orElse(0);
    }

    private Watching whileClosed(Study study, WatchSettings settings) {
        double statistic = statistic();
        if (statistic >= settings.alarmLine()) {
            return moved(WatchState.ALERT, study);
        }
        if (statistic >= settings.suspectLine()) {
            return moved(WatchState.SUSPECT, study);
        }
        boolean settled = state == WatchState.SUSPECT && statistic < settings.settledLine();
        boolean longClear = state == WatchState.CLEARED && calm + 1 >= settings.calmStudies();
        if (settled || longClear) {
            return moved(WatchState.OK, study);
        }
        return counting(state == WatchState.CLEARED ? calm + 1 : 0);
    }

    private Watching whileOpen(Study study, WatchSettings settings) {
        if (statistic() >= settings.suspectLine()) {
            return restart();
        }
        return calm + 1 >= settings.calmStudies() ? restart().moved(WatchState.CLEARED, study) : counting(calm + 1);
    }

    private Watching counting(long calmNow) {
        return new Watching(features, state, since, referenceStudies, studies, calmNow);
    }

    private Watching moved(WatchState to, Study study) {
        return to == state ? counting(0) : new Watching(features, to, study.at(), referenceStudies, studies, 0);
    }
}
