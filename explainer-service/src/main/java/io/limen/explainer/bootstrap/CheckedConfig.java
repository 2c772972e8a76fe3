package io.limen.explainer.bootstrap;

import io.limen.explainer.adapter.djl.TorchScriptLoader;
import io.limen.explainer.application.Engine;
import io.limen.explainer.application.ModelRejectedException;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.util.List;

/** A configuration that can be used, on a device that can be trusted: nothing is wired before it is. */
@Singleton
class CheckedConfig {

    private final ExplainerConfig config;
    private final TorchScriptLoader loader;
    private final Engine engine;

    CheckedConfig(ExplainerConfig config) {
        List<String> problems = ConfigCheck.problems(config);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(String.join("; ", problems));
        }
        this.config = config;
        this.loader = new TorchScriptLoader(ConfiguredSettings.torch(config.explain()));
        try {
            loader.requireSoundDevice();
            engine = LimenEngine.on(ConfiguredSettings.torch(config.explain()).device());
        } catch (ModelRejectedException e) {
            throw new ConfigurationException(e.getMessage(), e);
        }
    }

    ExplainerConfig config() {
        return config;
    }

    /** Of the device that the configuration names, which computes right. */
    TorchScriptLoader loader() {
        return loader;
    }

    /** What computes the explanations. */
    Engine engine() {
        return engine;
    }
}
