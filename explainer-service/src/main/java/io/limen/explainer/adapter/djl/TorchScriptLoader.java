package io.limen.explainer.adapter.djl;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.JniUtils;
import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelLoader;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.SegmentationModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Loads TorchScript files into libtorch, on the first GPU when libtorch has one, else on the CPU. Threads of one forward
 * pass: the environment variable OMP_NUM_THREADS, which libtorch reads itself.
 */
public final class TorchScriptLoader implements ModelLoader {

    /** More than 8 to 16 images at a time gain nothing on a CPU. */
    public static final int DEFAULT_BATCH_SIZE = 16;

    private final int batchSize;

    /** @param batchSize the most images in one forward pass, 1 to 1024 */
    public TorchScriptLoader(int batchSize) {
        if (batchSize < 1 || batchSize > 1024) {
            throw new IllegalArgumentException("TorchScriptLoader: batch size " + batchSize);
        }
        this.batchSize = batchSize;
        stayOffline();
    }

    /** With {@value #DEFAULT_BATCH_SIZE} images at a time. */
    public TorchScriptLoader() {
        this(DEFAULT_BATCH_SIZE);
    }

    @Override
    public SegmentationModel load(Path file, ModelDescription description) throws ModelRejectedException {
        TorchScriptArchive.check(file);
        Engine engine = Engine.getEngine("PyTorch");
        Device device = engine.defaultDevice();
        Model model = engine.newModel(description.id().name(), device);
        try {
            // without trainParam libtorch keeps the weights as inference tensors, which no gradient passes
            model.load(file.toAbsolutePath(), null, Map.of("mapLocation", "true", "trainParam", "true"));
            PtSymbolBlock block = (PtSymbolBlock) model.getBlock();
            block.freezeParameters(true);
            JniUtils.enableInferenceMode(block);
            return new TorchScriptModel(model, description, batchSize);
        } catch (EngineException | IOException | MalformedModelException e) {
            model.close();
            throw new ModelRejectedException(
                    file.getFileName() + " can't be loaded as TorchScript: " + EngineMessage.of(e), e);
        }
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
