package io.limen.explainer.adapter.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import io.limen.explainer.application.DeviceChoice;
import io.limen.explainer.application.ModelRejectedException;

/**
 * What runs the models, for those who publish figures.
 *
 * @param version of libtorch
 * @param threads of one forward pass on the CPU
 * @param device {@code cpu} or {@code gpu:N}
 */
public record TorchFacts(String version, int threads, String device) {

    /**
     * Loads libtorch and asks it.
     *
     * @throws ModelRejectedException when the device isn't there
     */
    public static TorchFacts on(DeviceChoice choice) throws ModelRejectedException {
        Device device = Devices.find(choice);
        return new TorchFacts(
                Engine.getEngine("PyTorch").getVersion(),
                JniUtils.getNumThreads(),
                device.isGpu() ? "gpu:" + device.getDeviceId() : "cpu");
    }
}
