package io.limen.explainer.adapter.djl;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import io.limen.explainer.adapter.djl.archive.ChannelsLastArchive;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A TorchScript module in libtorch, on one device, with the layouts that it takes its input in. */
final class TorchModule implements AutoCloseable {

    /** By this name an extra input tells DJL which method to call. */
    private static final String CALL = "module_method:";

    private final Model model;
    private final Set<MemoryLayout> layouts;

    private TorchModule(Model model, Set<MemoryLayout> layouts) {
        this.model = model;
        this.layouts = layouts;
    }

    /** Loads a file as it is. */
    static TorchModule load(Path file, Device device) throws IOException, MalformedModelException {
        return new TorchModule(open(file, device), EnumSet.of(MemoryLayout.PLAIN));
    }

    /** Loads a file with a way in for channels that come last; without it where the model's text allows none. */
    static TorchModule loadWithLayouts(Path file, Device device) throws IOException, MalformedModelException {
        Optional<Model> extended = openExtended(file, device);
        return extended.isPresent()
                ? new TorchModule(extended.get(), EnumSet.allOf(MemoryLayout.class))
                : load(file, device);
    }

    private static Optional<Model> openExtended(Path file, Device device) {
        try {
            Path copy = Files.createTempFile("limen-", ".pt");
            try {
                return extend(file, copy) ? Optional.of(open(copy, device)) : Optional.empty();
            } finally {
                Files.delete(copy);
            }
        } catch (IOException | MalformedModelException | EngineException e) {
            // No room for a copy, or libtorch does not take the text: the model itself may be all right.
            return Optional.empty();
        }
    }

    private static boolean extend(Path file, Path copy) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(copy))) {
            return ChannelsLastArchive.write(file, out);
        }
    }

    private static Model open(Path file, Device device) throws IOException, MalformedModelException {
        Model model = Engine.getEngine("PyTorch").newModel("model", device);
        try {
            // without trainParam libtorch keeps the weights as inference tensors, which no gradient passes
            model.load(file.toAbsolutePath(), null, Map.of("mapLocation", "true", "trainParam", "true"));
            PtSymbolBlock block = (PtSymbolBlock) model.getBlock();
            block.freezeParameters(true);
            JniUtils.enableInferenceMode(block);
            return model;
        } catch (EngineException | IOException | MalformedModelException e) {
            model.close();
            throw e;
        }
    }

    Set<MemoryLayout> layouts() {
        return layouts;
    }

    boolean onGpu() {
        return model.getNDManager().getDevice().isGpu();
    }

    /** Owns the tensors of one call. */
    NDManager scope() {
        return model.getNDManager().newSubManager();
    }

    /** Runs the module on [batch, channels, height, width]; the outputs belong to the input's manager. */
    NDList run(NDArray input, MemoryLayout layout) {
        NDList inputs = new NDList(input);
        return layout == MemoryLayout.CHANNELS_LAST
                ? call(ChannelsLastArchive.METHOD, inputs, false)
                : IValueUtils.forward((PtSymbolBlock) model.getBlock(), inputs, false);
    }

    /**
     * Calls one of the module's methods; what it returns belongs to the first input's manager.
     *
     * @param inputs tensors; those with the same name that ends in {@code []} make a list
     * @param gradients whether to keep the way back to inputs that need gradients
     */
    NDList call(String method, NDList inputs, boolean gradients) {
        NDArray call = inputs.get(0).getManager().create(0f);
        call.setName(CALL + method);
        NDList all = new NDList(inputs);
        all.add(call);
        return IValueUtils.forward((PtSymbolBlock) model.getBlock(), all, gradients);
    }

    /**
     * The same without libtorch's optimisation, which watches a method's first runs and rewrites it: ten runs' time, for a
     * method that then runs as fast as before. The setting is the thread's own.
     */
    NDList callAsWritten(String method, NDList inputs, boolean gradients) {
        JniUtils.setGraphExecutorOptimize(false);
        try {
            return call(method, inputs, gradients);
        } finally {
            JniUtils.setGraphExecutorOptimize(true);
        }
    }

    /** Runs the module in plain order, with the way back to an input that needs gradients. */
    NDList runForGradients(NDArray input) {
        return IValueUtils.forward((PtSymbolBlock) model.getBlock(), new NDList(input), true);
    }

    @Override
    public void close() {
        model.close();
    }
}
