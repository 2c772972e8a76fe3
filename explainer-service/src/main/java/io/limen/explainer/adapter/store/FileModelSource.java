package io.limen.explainer.adapter.store;

import io.limen.explainer.application.ImageDecoder;
import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelDescription.Output;
import io.limen.explainer.application.ModelId;
import io.limen.explainer.application.ModelLoader;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.ModelRepository.RepositoryModel;
import io.limen.explainer.application.ModelSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Opens model files and model folders that a person names. */
public final class FileModelSource implements ModelSource {

    private final ModelLoader loader;
    private final ImageDecoder decoder;

    /**
     * @param loader loads model files
     * @param decoder reads the images of banks
     */
    public FileModelSource(ModelLoader loader, ImageDecoder decoder) {
        this.loader = loader;
        this.decoder = decoder;
    }

    @Override
    public RepositoryModel open(Path model, Optional<Path> bank) throws ModelRejectedException {
        if (Files.isDirectory(model)) {
            return openFolder(new ModelFolder(model), bank);
        }
        if (!Files.isRegularFile(model)) {
            throw new ModelRejectedException("no model at " + model);
        }
        ModelFolder beside = new ModelFolder(model.toAbsolutePath().getParent());
        boolean described = model.endsWith(beside.modelFile().getFileName()) && Files.isRegularFile(beside.yamlFile());
        return described ? openFolder(beside, bank) : openFile(model, bank);
    }

    private RepositoryModel openFolder(ModelFolder folder, Optional<Path> bank) throws ModelRejectedException {
        if (!Files.isRegularFile(folder.yamlFile())) {
            throw new ModelRejectedException("no model.yaml in " + folder.path() + ": name the model's file instead");
        }
        ModelYaml yaml = folder.readYaml();
        ModelDescription description = folder.describe(yaml);
        if (!Files.isRegularFile(folder.modelFile())) {
            throw new ModelRejectedException("no model.pt in " + folder.path());
        }
        folder.checkHash(description);
        Path donors = bank.isPresent()
                ? bank.get()
                : folder.bank(yaml, folder.path().toAbsolutePath().getRoot());
        return loaded(folder.modelFile(), description, donors);
    }

    private RepositoryModel openFile(Path file, Optional<Path> bank) throws ModelRejectedException {
        Path donors = bank.orElseThrow(() -> new ModelRejectedException(
                "donor patches are needed: give --bank DIR, a folder of images like the one explained"));
        return loaded(file, assumed(file), donors);
    }

    private RepositoryModel loaded(Path file, ModelDescription description, Path bank) throws ModelRejectedException {
        DonorImages donors = new DonorImages(bank, decoder);
        donors.files();
        return new StoredModel(loader.load(file, description), donors);
    }

    /** What is assumed of a file without a description. */
    private static ModelDescription assumed(Path file) throws ModelRejectedException {
        try {
            return new ModelDescription(
                    idOf(file),
                    Sha256.of(file),
                    Optional.empty(),
                    ModelYaml.Input.OWN_SIZE.channelCount(),
                    ModelYaml.Input.OWN_SIZE.normalisation(),
                    new Output(Output.Kind.AUTO, 1, 0),
                    ModelYaml.DEFAULT_THRESHOLD);
        } catch (IOException e) {
            throw new ModelRejectedException("the model " + file + " can't be read: " + e.getMessage(), e);
        }
    }

    private static ModelId idOf(Path file) {
        String name =
                file.getFileName().toString().replaceFirst("\\.[^.]+$", "").replaceAll("[^A-Za-z0-9._-]", "_");
        String safe = name.isEmpty() || name.startsWith(".") ? "_" + name : name;
        return new ModelId(safe.substring(0, Math.min(100, safe.length())), "file");
    }
}
