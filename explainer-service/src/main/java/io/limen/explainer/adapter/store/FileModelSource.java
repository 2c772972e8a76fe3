package io.limen.explainer.adapter.store;

import io.limen.explainer.application.ImageDecoder;
import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelDescription.Output;
import io.limen.explainer.application.ModelId;
import io.limen.explainer.application.ModelLoader;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.ModelRepository.RepositoryModel;
import io.limen.explainer.application.ModelSource;
import io.limen.explainer.application.Sha256;
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
            return openFolder(new GivenModel(model), new ModelFolder(model), bank);
        }
        if (!Files.isRegularFile(model)) {
            throw new ModelRejectedException("--model: no such file: " + model);
        }
        ModelFolder beside = new ModelFolder(model.toAbsolutePath().getParent());
        boolean described = model.endsWith(beside.modelFile().getFileName()) && Files.isRegularFile(beside.yamlFile());
        return described ? openFolder(new GivenModel(model), beside, bank) : openFile(model, bank);
    }

    @Override
    public RepositoryModel openShuffled(Path model, Optional<Path> bank, long seed) throws ModelRejectedException {
        ModelLoader shuffling = (file, description) -> loader.loadShuffled(file, description, seed);
        return new FileModelSource(shuffling, decoder).open(model, bank);
    }

    private RepositoryModel openFolder(GivenModel given, ModelFolder folder, Optional<Path> bank)
            throws ModelRejectedException {
        if (!Files.isRegularFile(folder.yamlFile())) {
            throw new ModelRejectedException(
                    "--model: no model.yaml in " + folder.path() + ": name the model's file instead");
        }
        if (!Files.isRegularFile(folder.modelFile())) {
            throw new ModelRejectedException("--model: no model.pt in " + folder.path());
        }
        ModelDescription description;
        DonorImages donors;
        try {
            ModelYaml yaml = folder.readYaml();
            description = folder.describe(yaml);
            folder.checkHash(description);
            donors = bank.isPresent()
                    ? DonorImages.given(bank.get(), decoder)
                    : new DonorImages(
                            folder.bank(yaml, folder.path().toAbsolutePath().getRoot()), decoder);
        } catch (ModelRejectedException e) {
            throw given.rejected(e);
        }
        donors.files();
        return new StoredModel(given.load(loader, folder.modelFile(), description), donors);
    }

    private RepositoryModel openFile(Path file, Optional<Path> bank) throws ModelRejectedException {
        Path folder = bank.orElseThrow(() -> new ModelRejectedException(
                "donor patches are needed: give --bank DIR, a folder of images like the one explained"));
        DonorImages donors = DonorImages.given(folder, decoder);
        donors.files();
        return new StoredModel(new GivenModel(file).load(loader, file, assumed(file)), donors);
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
            throw new ModelRejectedException("--model: " + file + " can't be read: " + e.getMessage(), e);
        }
    }

    private static ModelId idOf(Path file) {
        String name =
                file.getFileName().toString().replaceFirst("\\.[^.]+$", "").replaceAll("[^A-Za-z0-9._-]", "_");
        String safe = name.isEmpty() || name.startsWith(".") ? "_" + name : name;
        return new ModelId(safe.substring(0, Math.min(100, safe.length())), "file");
    }
}
