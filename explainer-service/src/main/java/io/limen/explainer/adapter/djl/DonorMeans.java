package io.limen.explainer.adapter.djl;

import ai.djl.ndarray.NDList;
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

    /** Donors in one pass: the same ones whatever was found fastest for a case, since rounding depends on it. */
    private static final int TOGETHER = 4;

    private final ProbedNetwork probed;
    private final List<Image> donors;
    private final BatchPlan plan;
    private final DonorPasses passes;
    private Map<Integer, float[]> means = Map.of();

    /**
     * @param donors whole images
     * @param layout in what order the input's values go in
     */
    DonorMeans(ProbedNetwork probed, List<Image> donors, MemoryLayout layout) {
        this.probed = probed;
        this.donors = donors;
        int most = donors.isEmpty() ? 1 : probed.model().mostImages(donors.get(0));
        this.plan = new BatchPlan(layout, Math.min(TOGETHER, most));
        this.passes = new DonorPasses(probed, donors, plan);
    }

    /** The means of a component, [channels]. */
    float[] of(TappedComponent component) throws ModelRejectedException {
        if (means.isEmpty()) {
            means = known();
        }
        return means.get(probed.sourceOf(component));
    }

    /** Passes of one donor so far; those that were spared count too, so that a case costs the same whatever came before it. */
    long forwards() {
        return means.isEmpty() && !passes.failed() ? 0 : donors.size();
    }

    /** Passes that asking for means now would add. */
    long cost() {
        return donors.size() - forwards();
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
        passes.run(0, donors.size(), steps, (first, some, pass) -> add(pass.taps(), sums));
        Map<Integer, float[]> found = new HashMap<>();
        for (int i = 0; i < own.size(); i++) {
            found.put(own.get(i).site(), mean(sums.get(i), donors.size()));
        }
        return found;
    }

    private static void add(NDList taps, List<double[]> sums) {
        for (int i = 0; i < sums.size(); i++) {
            float[] values = taps.get(i).toFloatArray();
            double[] sum = sums.get(i);
            for (int j = 0; j < values.length; j++) {
                sum[j % sum.length] += values[j];
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
