package io.limen.explainer.adapter.djl;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.pytorch.jni.JniUtils;
import io.limen.explainer.adapter.djl.archive.ShuffledArchive;
import io.limen.explainer.adapter.djl.archive.TorchScriptArchive;
import io.limen.explainer.application.DeviceChoice;
import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelLoader;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.application.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Loads TorchScript files into libtorch. Threads of one forward pass: the environment variable OMP_NUM_THREADS, which
 * libtorch reads itself.
 */
public final class TorchScriptLoader implements ModelLoader {

    private final TorchSettings settings;
    private final Optional<KeptFiles> networks;
    private final FreePages freePages = new FreePages();

    /** @param settings how the models are run */
    public TorchScriptLoader(TorchSettings settings) {
        this.settings = settings;
        this.networks = settings.cache().map(folder -> new KeptFiles(folder.resolve("networks")));
        stayOffline();
    }

    /** On whatever device there is, with so many images at a time and nothing measured. */
    TorchScriptLoader(int batchSize) {
        this(new TorchSettings(new DeviceChoice.Auto(), OptionalInt.of(batchSize), false, Optional.empty()));
    }

    /**
     * Loads libtorch and makes sure that the device that was chosen is there and computes what it is asked for.
     *
     * @throws ModelRejectedException one line that says what is there instead, or how it is wrong
     */
    public void requireSoundDevice() throws ModelRejectedException {
        SoundArithmetic.require(Devices.find(settings.device()));
    }

    @Override
    public SegmentationModel load(Path file, ModelDescription description) throws ModelRejectedException {
        TorchScriptArchive.check(file);
        Device device = Devices.find(settings.device());
        try {
            TorchModule module =
                    settings.warmUp() ? TorchModule.loadWithLayouts(file, device) : TorchModule.load(file, device);
            String circumstances = circumstances(device);
            BatchPlans plans = new BatchPlans(
                    description.sha256(),
                    circumstances,
                    module.layouts(),
                    settings.warmUp() ? settings.cache().map(PlanCache::new) : Optional.empty());
            TorchNetwork network =
                    new TorchNetwork(module, description, settings.largestBatch(device.isGpu()), plans, freePages);
            return new TorchScriptModel(
                    network,
                    module,
                    new TwinSource(file, device, new MadeOfModel(description.sha256(), circumstances, networks)));
        } catch (EngineException | IOException | MalformedModelException e) {
            throw new ModelRejectedException(
                    file.getFileName() + " can't be loaded as TorchScript: " + EngineMessage.of(e), e);
        }
    }

    @Override
    public SegmentationModel loadShuffled(Path file, ModelDescription description, long seed)
            throws ModelRejectedException {
        TorchScriptArchive.check(file);
        try {
            // what the components are read from is opened later: the copy stays until the process ends
            Path copy = Files.createTempFile("limen-shuffled-", ".pt");
            copy.toFile().deleteOnExit();
            if (ShuffledArchive.write(file, copy, seed) == 0) {
                throw new ModelRejectedException(file.getFileName() + " holds no weights that can be shuffled");
            }
            return load(copy, description.withSha256(Sha256.of(copy)));
        } catch (IOException e) {
            throw new ModelRejectedException(
                    file.getFileName() + " can't be copied with its weights shuffled: " + e.getMessage(), e);
        }
    }

    private static String circumstances(Device device) {
        return "libtorch" + Engine.getEngine("PyTorch").getVersion() + "-"
                + (device.isGpu() ? "gpu" + device.getDeviceId() : System.getProperty("os.arch")) + "-threads"
                + JniUtils.getNumThreads() + "of" + Runtime.getRuntime().availableProcessors();
    }

    /** The library may look for newer natives and report its use, unless told not to. */
    private static void stayOffline() {
        setUnlessSet("ai.djl.offline", "true");
        setUnlessSet("OPT_OUT_TRACKING", "true");
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
