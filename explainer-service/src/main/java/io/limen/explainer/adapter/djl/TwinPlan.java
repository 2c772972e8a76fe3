package io.limen.explainer.adapter.djl;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.limen.explainer.adapter.djl.archive.TwinSteps;
import java.util.ArrayList;
import java.util.List;

/**
 * How one component is replaced: the layers before it are given what they are on the image, the component itself what it shall be.
 *
 * @param none nothing at any component
 * @param own the image's outputs
 * @param target what is replaced
 */
record TwinPlan(long[] none, CaseActivations own, TappedComponent target) {

    /**
     * The steps of a pass.
     *
     * @param give whether the target is not run at all
     * @param values begins with what the target is replaced by; the other layers' outputs are added
     */
    long[] steps(boolean give, NDList values, int images, NDManager scope) {
        long[] steps = none.clone();
        steps[target.site()] = (give ? TwinSteps.GIVE : TwinSteps.PATCH).code(0);
        for (TappedComponent layer : own.before(target)) {
            steps[layer.site()] = TwinSteps.GIVE.code(values.size());
            values.add(own.output(layer, images, scope));
        }
        return steps;
    }

    /** Numbers of the components that are not run. */
    List<Integer> spared(boolean give) {
        List<Integer> spared = new ArrayList<>();
        own.before(target).forEach(layer -> spared.add(layer.site()));
        if (give) {
            spared.add(target.site());
        }
        return spared;
    }
}
