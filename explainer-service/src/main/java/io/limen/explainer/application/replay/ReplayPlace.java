package io.limen.explainer.application.replay;

import io.limen.explainer.application.DeviceChoice;
import io.limen.explainer.application.Engine;
import io.limen.explainer.application.ExplainCase;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.ModelRepository;

/**
 * Where an explanation is computed again.
 *
 * @param models where its model is looked for
 * @param explainCase the use case
 * @param engine what runs the models
 */
public record ReplayPlace(ModelRepository models, ExplainCase explainCase, Engine engine) {

    /** Makes one, once it is known what the recorded explanation was computed by. */
    @FunctionalInterface
    public interface Opening {

        /**
         * @param threads of one forward pass
         * @throws ModelRejectedException when the device is not there
         */
        ReplayPlace open(DeviceChoice device, int threads) throws ModelRejectedException;
    }
}
