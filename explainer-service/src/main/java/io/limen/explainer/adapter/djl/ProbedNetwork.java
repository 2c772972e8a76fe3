package io.limen.explainer.adapter.djl;

import io.limen.explainer.domain.component.Component;
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

    boolean isSkip(TappedComponent one) {
        return network.sites().get(one.site()).isSkip();
    }
}
