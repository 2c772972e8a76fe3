package io.limen.explainer.adapter.store;

import io.limen.explainer.application.ImageDecoder;
import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelId;
import io.limen.explainer.application.ModelLoader;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.RepositoryUnavailableException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The place of one version of a model in memory: empty, loaded, or known not to load, for the files as they were seen.
 * Callers that come while it loads wait for it.
 */
final class ModelSlot {

    private final ModelLoader loader;
    private final ImageDecoder decoder;
    private Seen seen;
    private KnownModel loaded;
    private boolean known;
    private String rejection;

    private record Seen(ModelFolder folder, FileVersion yaml, FileVersion model) {

        static Seen of(ModelFolder folder, ModelId id) throws ModelRejectedException {
            try {
                return new Seen(folder, FileVersion.of(folder.yamlFile()), FileVersion.of(folder.modelFile()));
            } catch (IOException e) {
                throw new ModelRejectedException(id + " has no model.pt beside its model.yaml", e);
            }
        }
    }

    ModelSlot(ModelLoader loader, ImageDecoder decoder) {
        this.loader = loader;
        this.decoder = decoder;
    }

    /**
     * The model in the folder, loaded if it is not, or if its files changed.
     *
     * @param boundary the real path that the bank must not leave
     */
    synchronized KnownModel load(ModelFolder folder, ModelId id, Path boundary) throws ModelRejectedException {
        try {
            return current(folder, id, boundary);
        } catch (ModelRejectedException e) {
            if (known && KnownModel.isIoError(e)) {
                seen = null;
                throw new RepositoryUnavailableException(
                        "the model repository can't be read now: " + e.getMessage(), e);
            }
            throw e;
        }
    }

    private KnownModel current(ModelFolder folder, ModelId id, Path boundary) throws ModelRejectedException {
        Seen now = Seen.of(folder, id);
        if (!now.equals(seen)) {
            loaded = null;
            rejection = null;
            try {
                loaded = read(folder, id, boundary);
                known = true;
            } catch (ModelRejectedException e) {
                rejection = e.getMessage();
                seen = now;
                throw e;
            }
            seen = now;
        }
        if (loaded == null) {
            throw new ModelRejectedException(rejection);
        }
        return loaded;
    }

    private KnownModel read(ModelFolder folder, ModelId id, Path boundary) throws ModelRejectedException {
        ModelYaml yaml = folder.readYaml();
        ModelDescription description = folder.describe(yaml);
        if (!description.id().equals(id)) {
            throw new ModelRejectedException("model.yaml of " + id + " describes " + description.id());
        }
        folder.checkHash(description);
        Path bank = folder.bank(yaml, boundary);
        StoredModel stored =
                new StoredModel(loader.load(folder.modelFile(), description), new DonorImages(bank, decoder));
        return new KnownModel(stored, bank);
    }
}
