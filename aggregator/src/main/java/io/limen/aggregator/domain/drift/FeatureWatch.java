package io.limen.aggregator.domain.drift;

import io.limen.aggregator.domain.statistics.RunningMoments;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The watch on one feature.
 *
 * @param weight its part of the promise, in (0,1]
 * @param cells what values are ranked among
 * @param reference moments of the first reference, in the feature's unit
 * @param evidence what each bet has won
 */
public record FeatureWatch(double weight, ReferenceCells cells, RunningMoments reference, Map<Bet, Evidence> evidence) {

    public FeatureWatch {
        if (!(weight > 0 && weight <= 1)) {
            throw new IllegalArgumentException("FeatureWatch: weight " + weight);
        }
        Map<Bet, Evidence> copy = new EnumMap<>(Bet.class);
        for (Bet bet : Bet.values()) {
            copy.put(bet, evidence.getOrDefault(bet, Evidence.NONE));
        }
        evidence = Collections.unmodifiableMap(copy);
    }

    /**
     * A watch that begins with the reference.
     *
     * @param first what each bet begins with
     */
    static FeatureWatch begin(double weight, float[] reference, Evidence first) {
        RunningMoments moments = RunningMoments.EMPTY;
        for (float value : reference) {
            moments = moments.add(value);
        }
        return new FeatureWatch(
                weight,
                ReferenceCells.of(reference),
                moments,
                Arrays.stream(Bet.values()).collect(Collectors.toMap(Function.identity(), bet -> first)));
    }

    /**
     * This after one more study.
     *
     * @param lot breaks ties, uniform in (0,1)
     * @param grow whether the value joins those that later ones are ranked among
     */
    FeatureWatch next(double value, Study study, double lot, boolean grow) {
        double z = Bet.score(cells.pValue(value, lot));
        Map<Bet, Evidence> next = new EnumMap<>(Bet.class);
        evidence.forEach((bet, won) -> next.put(bet, won.next(bet.logFactor(z), value, study.at())));
        return new FeatureWatch(weight, grow ? cells.add(value) : cells, reference, next);
    }

    /** This with all bets begun anew. */
    FeatureWatch restart() {
        return new FeatureWatch(weight, cells, reference, Map.of());
    }

    /** This without a value that it was ranked among. */
    FeatureWatch without(double value) {
        return new FeatureWatch(weight, cells.remove(value), reference, evidence);
    }

    /** What its bets are worth together, by their stakes: 0 or more. */
    double value() {
        return evidence.entrySet().stream()
                .mapToDouble(won -> won.getKey().stake() * won.getValue().sum())
                .sum();
    }

    /** Negative logarithm, at most, of the chance that a bet's run gets as far as one has: the largest after its stake. */
    double surprise() {
        return evidence.entrySet().stream()
                .mapToDouble(
                        won -> Math.log(won.getKey().stake()) + won.getValue().run())
                .max()
                .orElseThrow();
    }

    /**
     * The bet whose best run is worth most: the likeliest change, and since when. A shift goes before a change of spread that is
     * likelier by less than half: the few studies of a large shift look spread as well.
     */
    public Map.Entry<Bet, Evidence> best() {
        Map.Entry<Bet, Evidence> best = best(true);
        Map.Entry<Bet, Evidence> shift = best(false);
        return 2 * shift.getValue().run() >= best.getValue().run() ? shift : best;
    }

    private Map.Entry<Bet, Evidence> best(boolean ofSpreadToo) {
        return evidence.entrySet().stream()
                .filter(won -> ofSpreadToo || !won.getKey().direction().isOfSpread())
                .max(Comparator.comparingDouble(won -> won.getValue().run()))
                .orElseThrow();
    }
}
