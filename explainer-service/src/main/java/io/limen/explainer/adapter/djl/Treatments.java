package io.limen.explainer.adapter.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.domain.component.AblationKind;
import io.limen.explainer.domain.component.ComponentIntervention;
import java.util.List;

/** What one component's output is replaced by. */
record Treatments(TappedComponent target, CaseActivations own, DonorActivations donors, DonorMeans means) {

    /** Outputs in the place of the component's, [[interventions, ...]]. */
    NDList whole(List<ComponentIntervention> interventions, NDManager scope) throws ModelRejectedException {
        NDList parts = new NDList();
        for (ComponentIntervention one : interventions) {
            parts.add(replacement(one, scope));
        }
        NDArray together = parts.size() == 1 ? parts.get(0) : NDArrays.concat(parts);
        together.attach(scope);
        return new NDList(together);
    }

    /** Where the output is replaced, [interventions, channels or 1, ...], true or false; and by what. */
    NDList masked(List<ComponentIntervention> interventions, NDManager scope) throws ModelRejectedException {
        int channels = target.component().channels();
        boolean[] mask = new boolean[interventions.size() * channels];
        for (int i = 0; i < interventions.size(); i++) {
            int channel = interventions.get(i).channel();
            for (int j = 0; j < channels; j++) {
                mask[i * channels + j] = channel == ComponentIntervention.WHOLE || channel == j;
            }
        }
        NDList masked = new NDList(scope.create(mask).reshape(target.perChannel(interventions.size())));
        masked.addAll(whole(interventions, scope));
        return masked;
    }

    private NDArray replacement(ComponentIntervention one, NDManager scope) throws ModelRejectedException {
        if (one.kind() == AblationKind.RESAMPLE) {
            return donors.of(target, one.donor(), scope);
        }
        if (one.kind() == AblationKind.ZERO) {
            return scope.zeros(own.shape(target, 1), DataType.FLOAT32);
        }
        return scope.create(means.of(target)).reshape(target.perChannel(1)).broadcast(own.shape(target, 1));
    }
}
