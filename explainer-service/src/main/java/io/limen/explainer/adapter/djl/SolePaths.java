package io.limen.explainer.adapter.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.limen.explainer.adapter.djl.archive.TwinSteps;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which components every path from the input to the region leads through. Such a one, resampled, gives the region what the network gives
 * the donor itself: no pass is needed. Found by NaN in the place of everything before the component: where none arrives in the
 * region, nothing does. A network may swallow NaN, so the finding is held against one real intervention. Owned by one thread.
 */
final class SolePaths {

    /** Rounding of one sequence of operations in batches of another size, in probabilities. */
    private static final float ROUNDING = 1e-5f;

    /** What it takes to tell: one pass with NaN, and one intervention. */
    static final int PASSES = 2;

    private final ProbedNetwork probed;
    private final CaseActivations own;
    private final Image nowhere;
    private final RegionOfInterest region;
    private final Map<Integer, Boolean> found = new HashMap<>();

    /** @param like the image that is probed */
    SolePaths(ProbedNetwork probed, CaseActivations own, Image like, RegionOfInterest region) {
        this.probed = probed;
        this.own = own;
        float[] nothing = new float[like.pixels().length];
        Arrays.fill(nothing, Float.NaN);
        this.nowhere = new Image(like.height(), like.width(), like.channels(), nothing);
        this.region = region;
    }

    /** What the region's probabilities are, [height x width], in a real intervention and of the donor itself. */
    interface Trial {
        List<float[]> run() throws ModelRejectedException;
    }

    /** Whether it takes passes to tell. */
    boolean isOpen(TappedComponent target) {
        return !found.containsKey(target.site()) && own.holds(target) && !isBridged(target);
    }

    /** Whether every path leads through it, found out when it is first asked. */
    boolean leadThrough(TappedComponent target, MemoryLayout layout, Trial trial) throws ModelRejectedException {
        if (isOpen(target)) {
            found.put(target.site(), keepsNaNOut(target, layout) && agree(trial.run()));
        }
        return found.getOrDefault(target.site(), false);
    }

    /** A skip connection behind it takes what was there before it. */
    private boolean isBridged(TappedComponent target) {
        Set<Integer> before = new HashSet<>();
        boolean behind = false;
        for (TappedComponent one : probed.listed()) {
            if (behind && probed.isSkip(one) && before.contains(probed.sourceOf(one))) {
                return true;
            }
            behind |= one.site() == target.site();
            if (!behind) {
                before.add(one.site());
            }
        }
        return false;
    }

    private boolean keepsNaNOut(TappedComponent target, MemoryLayout layout) {
        try (NDManager scope = probed.network().scope()) {
            long[] steps = probed.network().noSteps();
            NDList values = new NDList(own.output(target, 1, scope));
            steps[target.site()] = TwinSteps.GIVE.code(0);
            for (TappedComponent layer : own.before(target)) {
                steps[layer.site()] = TwinSteps.GIVE.code(values.size());
                values.add(scope.full(own.shape(layer, 1), Float.NaN));
            }
            NDArray input = probed.network().copies(scope, nowhere, 1);
            NDList outputs =
                    probed.network().tryRun(input, steps, values, layout).outputs();
            probed.model().probabilities(outputs, input.getShape(), region);
            return true;
        } catch (ModelRejectedException holdsNaN) {
            return false;
        }
    }

    private static boolean agree(List<float[]> both) {
        for (int i = 0; i < both.get(0).length; i++) {
            if (!(Math.abs(both.get(0)[i] - both.get(1)[i]) <= ROUNDING)) {
                return false;
            }
        }
        return true;
    }
}
