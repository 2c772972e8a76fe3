package io.limen.explainer.application.stream;

import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelDescription.InputSize;
import io.limen.explainer.application.ModelId;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.ModelRepository;
import io.limen.explainer.application.RepositoryUnavailableException;
import io.limen.explainer.domain.image.Image;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads models before the first case comes. A model that can't be loaded is named and stands in nobody's way; as long as
 * there is none at all it looks again, for models may be copied in later.
 */
public final class ModelPreload implements StreamStatus {

    private static final Logger LOG = LoggerFactory.getLogger(ModelPreload.class);

    /** Hash of no image: the bank as a whole. */
    private static final String NO_IMAGE = "0".repeat(64);

    /** For models that take an image of any size. */
    private static final InputSize DEFAULT_SIZE = new InputSize(128, 128);

    /** TorchScript watches a pass or two before it compiles. */
    private static final int WARM_UP_PASSES = 3;

    private static final int GRAY_LEVELS = 251;

    private final ModelCatalogue catalogue;
    private final ModelRepository repository;
    private final int blockSize;
    private final Duration lookAgain;
    private final StopSignal stop;

    /** What was found so far: the model, and why it was rejected, or nothing. */
    private final SortedMap<String, String> rejected = Collections.synchronizedSortedMap(new TreeMap<>());

    private final List<String> loaded = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean done;

    /**
     * @param blockSize of the donor patches that will be asked for, pixels
     * @param lookAgain the wait before looking again, while no model could be loaded
     * @param stop ends the waiting
     */
    public ModelPreload(
            ModelCatalogue catalogue, ModelRepository repository, int blockSize, Duration lookAgain, StopSignal stop) {
        this.catalogue = catalogue;
        this.repository = repository;
        this.blockSize = blockSize;
        this.lookAgain = lookAgain;
        this.stop = stop;
    }

    /** Loads every model of the catalogue; returns when at least one is there, or the signal is raised. */
    public void load() {
        while (!stop.requested()) {
            catalogue.list().stream().takeWhile(model -> !stop.requested()).forEach(this::load);
            if (!loaded.isEmpty()) {
                done = true;
                return;
            }
            stop.await(lookAgain);
        }
    }

    private void load(ModelId model) {
        try {
            warmUp(repository.find(model));
            loaded.add(model.toString());
            rejected.remove(model.toString());
            LOG.info("model loaded: {}", model);
        } catch (ModelRejectedException | RepositoryUnavailableException e) {
            if (!e.getMessage().equals(rejected.put(model.toString(), e.getMessage()))) {
                LOG.warn("model rejected: {}: {}", model, e.getMessage());
            }
        } catch (RuntimeException e) {
            LOG.error("model {} ran into an internal error", model, e);
            rejected.put(model.toString(), "internal error of the explainer");
        }
    }

    /** The first forward pass compiles, the first bank decodes a folder of images: before the first case, not in it. */
    private void warmUp(ModelRepository.RepositoryModel found) throws ModelRejectedException {
        found.bank(blockSize, NO_IMAGE);
        ModelDescription description = found.model().description();
        InputSize size = description.inputSize().orElse(DEFAULT_SIZE);
        float[] pixels = new float[description.channels() * size.height() * size.width()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i % GRAY_LEVELS / (float) GRAY_LEVELS;
        }
        for (int pass = 0; pass < WARM_UP_PASSES; pass++) {
            found.model().segment(new Image(size.height(), size.width(), description.channels(), pixels));
        }
    }

    /** Models loaded, in the order of loading. */
    public List<String> loaded() {
        synchronized (loaded) {
            return List.copyOf(loaded);
        }
    }

    /** Models that can't be loaded, each with its reason. */
    public Map<String, String> rejected() {
        synchronized (rejected) {
            return new TreeMap<>(rejected);
        }
    }

    @Override
    public List<String> obstacles() {
        return done ? List.of() : List.of(loaded.isEmpty() ? "no model is loaded yet" : "models are being loaded");
    }
}
