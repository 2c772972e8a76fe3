package io.limen.explainer.domain.faithfulness.joint;

import io.limen.explainer.domain.faithfulness.joint.Agreement.Reason;
import io.limen.explainer.domain.faithfulness.joint.JointPlan.Pass;
import io.limen.explainer.domain.faithfulness.joint.JointPlan.Purpose;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What replacing blocks together did, against what the map foretells of it.
 *
 * @param plan the passes' own
 * @param passes whole rounds of it, {@link JointPlan#LEAST_ROUNDS} or more
 * @param changes of the region's Dice, percentage points, one per pass
 * @param baselineDice of the region before, percentage points
 * @param budgetExhausted whether more rounds were planned
 */
public record JointObservations(
        JointPlan plan, List<Pass> passes, double[] changes, double baselineDice, boolean budgetExhausted) {

    /** With fewer sets that changed anything, a correlation would hang on one of them. */
    private static final int LEAST_CHANGED = 3;

    public JointObservations {
        passes = List.copyOf(passes);
        changes = changes.clone();
        if (passes.size() != changes.length || changes.length % plan.passesOfARound() != 0) {
            throw new IllegalArgumentException("JointObservations: " + changes.length + " of " + passes.size());
        }
    }

    @Override
    public double[] changes() {
        return changes.clone();
    }

    /** All that they say. */
    public MapFaithfulness faithfulness() {
        int[] at = positions(Purpose.RANDOM_SET);
        int[] firstDraws = IntStream.range(0, at.length / JointPlan.DRAWS)
                .map(set -> at[JointPlan.DRAWS * set])
                .toArray();
        return new MapFaithfulness(
                changes.length, firstDraws.length, agreement(firstDraws), budgetExhausted, contrast());
    }

    private Agreement agreement(int[] firstDraws) {
        int[] sizes = Arrays.stream(firstDraws)
                .map(pass -> passes.get(pass).blocks().size())
                .toArray();
        double[] foretold =
                Arrays.stream(firstDraws).mapToDouble(this::sumOfEffects).toArray();
        double[] first = at(firstDraws);
        double[] second = at(Arrays.stream(firstDraws).map(pass -> pass + 1).toArray());
        double[] observed = IntStream.range(0, first.length)
                .mapToDouble(set -> (first[set] + second[set]) / JointPlan.DRAWS)
                .toArray();
        Optional<SetCorrelation> found = SetCorrelation.of(foretold, observed, sizes);
        if (found.isEmpty() || changed(observed) < LEAST_CHANGED) {
            return new Agreement.Undefined(reason(foretold, observed, sizes));
        }
        return new Agreement.Measured(
                found.get().value(), found.get().low(), found.get().high(), DonorNoise.ceiling(first, second, sizes));
    }

    private Reason reason(double[] foretold, double[] observed, int[] sizes) {
        if (changed(changes) == 0) {
            return Reason.NOTHING_CHANGED;
        }
        if (changed(observed) < LEAST_CHANGED) {
            return Reason.TOO_FEW_CHANGES;
        }
        if (SetCorrelation.isAlike(observed, sizes)) {
            return Reason.ALL_ALIKE;
        }
        boolean untold = SetCorrelation.isAlike(foretold, sizes) || SetCorrelation.hangsOnOne(foretold, sizes);
        return untold ? Reason.NOTHING_FORETOLD : Reason.TOO_FEW_CHANGES;
    }

    private Optional<Contrast> contrast() {
        int[] strongest = positions(Purpose.STRONGEST);
        if (strongest.length == 0) {
            return Optional.empty();
        }
        double[] ofStrongest = at(strongest);
        double[] ofOthers = at(positions(Purpose.OTHERS));
        return Optional.of(new Contrast(
                passes.get(strongest[0]).blocks().size(),
                strongest.length,
                possible(sumOfEffects(strongest[0])),
                MeanChange.of(ofStrongest),
                MeanChange.of(ofOthers),
                MeanChange.difference(ofStrongest, ofOthers)));
    }

    private double sumOfEffects(int pass) {
        return plan.foretold(passes.get(pass).blocks());
    }

    /** Dice neither falls below 0 nor rises above 100. */
    private double possible(double sum) {
        return Math.max(-baselineDice, Math.min(100 - baselineDice, sum));
    }

    private static long changed(double[] values) {
        return Arrays.stream(values).filter(value -> value != 0).count();
    }

    private double[] at(int[] positions) {
        return Arrays.stream(positions).mapToDouble(pass -> changes[pass]).toArray();
    }

    private int[] positions(Purpose purpose) {
        return IntStream.range(0, passes.size())
                .filter(pass -> passes.get(pass).purpose() == purpose)
                .toArray();
    }
}
