package io.limen.explainer.adapter.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.util.cuda.CudaUtils;
import io.limen.explainer.application.DeviceChoice;
import io.limen.explainer.application.ModelRejectedException;

/** Finds the device that the user chose. */
final class Devices {

    private Devices() {}

    /**
     * @param gpus how many libtorch can use
     * @throws ModelRejectedException when there is no such device
     */
    static Device find(DeviceChoice choice, int gpus) throws ModelRejectedException {
        if (choice instanceof DeviceChoice.Gpu gpu) {
            if (gpu.index() >= gpus) {
                throw new ModelRejectedException("device " + choice + " is not there: libtorch finds "
                        + (gpus == 0 ? "no GPU" : gpus == 1 ? "1 GPU" : gpus + " GPUs"));
            }
            return Device.gpu(gpu.index());
        }
        return choice instanceof DeviceChoice.Auto && gpus > 0 ? Device.gpu(0) : Device.cpu();
    }

    /** Loads libtorch, but for a GPU that isn't there: without a driver libtorch for GPUs can't be loaded, which says less. */
    static Device find(DeviceChoice choice) throws ModelRejectedException {
        if (choice instanceof DeviceChoice.Gpu && !CudaUtils.hasCuda()) {
            return find(choice, 0);
        }
        int gpus = Engine.getEngine("PyTorch").getGpuCount();
        Nnpack.offWhereItCannotStart();
        return find(choice, gpus);
    }
}
