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

/**
 * Per channel of every component its mean over donor images and positions, found in one pass of each donor. Owned by one thread.
 */
final class DonorMeans {

    private final ProbedNetwork probed;
    private final List<Image> donors;
    private final BatchPlan plan;
    private final Map<Integer, float[]> means = new HashMap<>();
    private long forwards;

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
        if (means.isEmpty()) {
            find();
        }
        return means.get(probed.sourceOf(component));
    }

    /** Passes of one donor so far. */
    long forwards() {
        return forwards;
    }

    private void find() throws ModelRejectedException {
        List<TappedComponent> own =
                probed.listed().stream().filter(one -> !probed.isSkip(one)).toList();
        long[] steps = probed.network().noSteps();
        own.forEach(one -> steps[one.site()] = TwinSteps.MEAN.code(one.channelsLast() ? 1 : 0));
        List<double[]> sums = new ArrayList<>();
        own.forEach(one -> sums.add(new double[one.component().channels()]));
        for (int at = 0; at < donors.size(); at += plan.images()) {
            List<Image> some = donors.subList(at, Math.min(donors.size(), at + plan.images()));
            add(some, steps, sums);
            forwards += some.size();
        }
        for (int i = 0; i < own.size(); i++) {
            means.put(own.get(i).site(), mean(sums.get(i), donors.size()));
        }
    }

    private void add(List<Image> some, long[] steps, List<double[]> sums) throws ModelRejectedException {
        try (NDManager scope = probed.network().scope()) {
            NDList taps = probed.network()
                    .tryRun(probed.network().input(scope, some), steps, new NDList(), plan.layout())
                    .taps();
            if (taps.size() != sums.size()) {
                throw new ModelRejectedException(
                        "the network takes another way through its components on a donor image");
            }
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
