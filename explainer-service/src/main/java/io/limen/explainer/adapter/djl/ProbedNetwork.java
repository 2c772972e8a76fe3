package io.limen.explainer.adapter.djl;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.limen.explainer.adapter.djl.archive.TwinSteps;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.domain.component.Component;
import io.limen.explainer.domain.image.Image;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A model, its twin and what was listed of it.
 *
 * @param model keeps the twin alive
 * @param network the twin
 * @param listed in the order in which outputs are ready
 * @param means of the model, known so far
 */
record ProbedNetwork(TorchNetwork model, TwinNetwork network, List<TappedComponent> listed, KeptMeans means) {

    ProbedNetwork {
        listed = List.copyOf(listed);
    }

    /** What is listed, by what callers know of it. */
    Map<Component, TappedComponent> byComponent() {
        Map<Component, TappedComponent> found = new HashMap<>();
        listed.forEach(one -> found.put(one.component(), one));
        return found;
    }

    /** The component whose output another one's is: itself, but for skip connections. */
    int sourceOf(TappedComponent one) {
        return network.sites().get(one.site()).source();
    }

    /** What a pass of donor images gives, with a tap for every step; it belongs to the scope. */
    TwinNetwork.Pass donorPass(NDManager scope, List<Image> donors, long[] steps, BatchPlan plan)
            throws ModelRejectedException {
        TwinNetwork.Pass pass = network.tryRun(network.input(scope, donors), steps, new NDList(), plan.layout());
        if (pass.taps().size()
                != Arrays.stream(steps)
                        .filter(step -> step != TwinSteps.PASS.code(0))
                        .count()) {
            throw new ModelRejectedException("the network takes another way through its components on a donor image");
        }
        return pass;
    }

    boolean isSkip(TappedComponent one) {
        return network.sites().get(one.site()).isSkip();
    }
}
