package io.limen.explainer.bootstrap;

import io.limen.explainer.adapter.djl.TorchFacts;
import io.limen.explainer.application.DeviceChoice;
import io.limen.explainer.application.Engine;
import io.limen.explainer.application.ModelRejectedException;
import java.util.Optional;

/** What this process computes explanations with. */
final class LimenEngine {

    private LimenEngine() {}

    /** @throws ModelRejectedException when the device is not there */
    static Engine on(DeviceChoice device) throws ModelRejectedException {
        TorchFacts facts = TorchFacts.on(device);
        return new Engine(
                version(), "libtorch " + facts.version(), facts.device(), facts.threads(), Processor.ofThisMachine());
    }

    /** The packaged jar says it; classes out of a build folder say nothing. */
    private static String version() {
        return Optional.ofNullable(LimenEngine.class.getPackage().getImplementationVersion())
                .orElse("not packaged");
    }
}
