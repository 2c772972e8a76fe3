package io.limen.explainer.adapter.djl;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.limen.explainer.adapter.djl.archive.TwinSteps;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.domain.image.Image;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Per channel of every component its mean over donor images and positions, found in one pass of each donor unless the model has
 * met these donors before; donors that it fails on are not run again. Owned by one thread.
 */
final class DonorMeans {

    private final ProbedNetwork probed;
    private final List<Image> donors;
    private final BatchPlan plan;
    private Map<Integer, float[]> means = Map.of();
    private ModelRejectedException failed;

    /**
     * @param donors whole images
     * @param plan how donors are run
     */
    DonorMeans(ProbedNetwork probed, List<Image> donors, BatchPlan plan) {
        this.probed = probed;
        this.donors = donors;
        this.plan = plan;
    }

    /** The means of a component, [channels]. */
    float[] of(TappedComponent component) throws ModelRejectedException {
        if (failed != null) {
            throw failed;
        }
        if (means.isEmpty()) {
            means = tryKnown();
        }
        return means.get(probed.sourceOf(component));
    }

    /** Passes of one donor so far; those that were spared count too, so that a case costs the same whatever came before it. */
    long forwards() {
        return means.isEmpty() && failed == null ? 0 : donors.size();
    }

    /** Passes that asking for means now would add. */
    long cost() {
        return donors.size() - forwards();
    }

    private Map<Integer, float[]> tryKnown() throws ModelRejectedException {
        try {
            return known();
        } catch (ModelRejectedException e) {
            failed = e;
            throw e;
        }
    }

    private Map<Integer, float[]> known() throws ModelRejectedException {
        List<TappedComponent> own =
                probed.listed().stream().filter(one -> !probed.isSkip(one)).toList();
        KeptMeans.Key key = new KeptMeans.Key(KeptMeans.fingerprint(donors), own, plan);
        Optional<Map<Integer, float[]>> kept = probed.means().find(key);
        if (kept.isPresent()) {
            return kept.get();
        }
        Map<Integer, float[]> found = found(own);
        probed.means().keep(key, found);
        return found;
    }

    private Map<Integer, float[]> found(List<TappedComponent> own) throws ModelRejectedException {
        long[] steps = probed.network().noSteps();
        own.forEach(one -> steps[one.site()] = TwinSteps.MEAN.code(one.channelsLast() ? 1 : 0));
        List<double[]> sums = new ArrayList<>();
        own.forEach(one -> sums.add(new double[one.component().channels()]));
        for (int at = 0; at < donors.size(); at += plan.images()) {
            DonorActivations.stopWhenInterrupted();
            add(donors.subList(at, Math.min(donors.size(), at + plan.images())), steps, sums);
        }
        Map<Integer, float[]> found = new HashMap<>();
        for (int i = 0; i < own.size(); i++) {
            found.put(own.get(i).site(), mean(sums.get(i), donors.size()));
        }
        return found;
    }

    private void add(List<Image> some, long[] steps, List<double[]> sums) throws ModelRejectedException {
        try (NDManager scope = probed.network().scope()) {
            NDList taps = probed.donorTaps(scope, some, steps, plan);
            for (int i = 0; i < sums.size(); i++) {
                float[] values = taps.get(i).toFloatArray();
                double[] sum = sums.get(i);
                for (int j = 0; j < values.length; j++) {
                    sum[j % sum.length] += values[j];
                }
            }
        }
    }

    private static float[] mean(double[] sum, int images) {
        float[] mean = new float[sum.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (sum[i] / images);
        }
        return mean;
    }
}
