package io.limen.explainer.adapter.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import io.limen.explainer.adapter.djl.archive.TwinSteps;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What components are on donor images. The donors go through the network once for as many components as the memory allows, and
 * again for others; donors that the network fails on are not run again. Owned by one thread.
 */
final class DonorActivations implements AutoCloseable {

    /** All outputs that are kept at a time: the stages of a U-Net of 256x256 on 16 donors take 120 MB. */
    private static final long MOST_BYTES = 256L << 20;

    private final ProbedNetwork probed;
    private final DonorPasses passes;
    private final NDManager kept;
    private final Map<Integer, Kept> known = new HashMap<>();
    private final DonorAnswers answers;
    private List<TappedComponent> wanted = List.of();
    private long bytes;

    /**
     * @param from the first donor
     * @param outputs [donors, ...]
     */
    private record Kept(int from, NDArray outputs) {

        boolean holds(int donor) {
            return donor >= from && donor < from + outputs.getShape().get(0);
        }
    }

    /**
     * @param donors images of one size
     * @param region what is read of the network's answers to them
     * @param plan how donors are run
     */
    DonorActivations(ProbedNetwork probed, List<Image> donors, RegionOfInterest region, BatchPlan plan) {
        this.answers = new DonorAnswers(probed.model(), region);
        this.probed = probed;
        this.passes = new DonorPasses(probed, donors, plan);
        this.kept = probed.network().scope();
    }

    /** Says which components will be asked for next. */
    void expect(List<TappedComponent> components) {
        wanted = List.copyOf(components);
    }

    /** A component's output on one donor, [1, ...]; belongs to the scope. */
    NDArray of(TappedComponent component, int donor, NDManager scope) throws ModelRejectedException {
        int source = probed.sourceOf(component);
        Kept found = known.get(source);
        if (found == null || !found.holds(donor)) {
            load(component, donor);
            found = known.get(source);
        }
        int at = donor - found.from();
        NDArray one = found.outputs().get(new NDIndex("{}:{}", at, at + 1));
        one.attach(scope);
        return one;
    }

    /**
     * The region's probabilities of a donor, [height x width].
     *
     * @param component of which its output is asked for too
     * @throws ModelRejectedException when the network has no answer to it
     */
    float[] answer(TappedComponent component, int donor) throws ModelRejectedException {
        if (!answers.knows(donor)) {
            load(component, donor);
        }
        return answers.of(donor);
    }

    /** Passes of one donor so far. */
    long forwards() {
        return passes.forwards();
    }

    /** Passes that asking for a component's outputs on some donors, in this order, would add. */
    long cost(TappedComponent component, List<Integer> asked) {
        Kept found = known.get(probed.sourceOf(component));
        int most = most(component);
        int from = found == null ? 0 : found.from();
        int to = found == null ? 0 : from + (int) found.outputs().getShape().get(0);
        long added = 0;
        for (int donor : !passes.failed() ? asked : List.<Integer>of()) {
            if (donor < from || donor >= to) {
                from = most == passes.size() ? 0 : donor;
                to = Math.min(passes.size(), from + most);
                added += to - from;
            }
        }
        return added;
    }

    private int most(TappedComponent component) {
        return (int) Math.max(1, Math.min(passes.size(), MOST_BYTES / bytesOf(component)));
    }

    private void load(TappedComponent first, int donor) throws ModelRejectedException {
        long each = bytesOf(first);
        int most = most(first);
        int from = most == passes.size() ? 0 : donor;
        int to = Math.min(passes.size(), from + most);
        if (bytes + each * (to - from) > MOST_BYTES) {
            forget();
        }
        Map<Integer, TappedComponent> group = new HashMap<>();
        add(group, first, to - from);
        if (most == passes.size()) {
            for (TappedComponent other : wanted) {
                if (bytes + bytesOf(other) * passes.size() <= MOST_BYTES
                        && !known.containsKey(probed.sourceOf(other))) {
                    add(group, other, passes.size());
                }
            }
        }
        run(group, from, to);
    }

    private void add(Map<Integer, TappedComponent> group, TappedComponent one, int images) {
        if (group.put(probed.sourceOf(one), one) == null) {
            bytes += bytesOf(one) * images;
        }
    }

    private void run(Map<Integer, TappedComponent> group, int from, int to) throws ModelRejectedException {
        List<Integer> order = probed.listed().stream()
                .map(TappedComponent::site)
                .filter(group::containsKey)
                .toList();
        long[] steps = probed.network().noSteps();
        order.forEach(site -> steps[site] = TwinSteps.TAP.code(0));
        List<NDList> taps = new ArrayList<>();
        passes.run(from, to, steps, (first, some, pass) -> {
            NDList told = new NDList(pass.taps());
            answers.read(first, some, pass.outputs());
            told.attach(kept);
            taps.add(told);
        });
        for (int i = 0; i < order.size(); i++) {
            int position = i;
            NDList parts =
                    new NDList(taps.stream().map(part -> part.get(position)).toList());
            NDArray outputs = parts.size() == 1 ? parts.get(0) : NDArrays.concat(parts);
            if (parts.size() > 1) {
                parts.close();
            }
            known.put(order.get(i), new Kept(from, outputs));
        }
    }

    private void forget() {
        known.values().forEach(one -> one.outputs().close());
        known.clear();
        bytes = 0;
    }

    private static long bytesOf(TappedComponent one) {
        return Float.BYTES * one.component().size();
    }

    @Override
    public void close() {
        kept.close();
    }
}
