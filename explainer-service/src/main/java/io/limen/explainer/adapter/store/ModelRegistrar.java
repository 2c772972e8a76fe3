package io.limen.explainer.adapter.store;

import io.limen.explainer.application.ImageDecoder;
import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelId;
import io.limen.explainer.application.ModelLoader;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.RegisterModel;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.application.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Adds models to a repository on disk. A version appears whole or not at all, and is never replaced. */
public final class ModelRegistrar implements RegisterModel {

    /** Images of the bank that a model is tried on: one may be unlike the others, and each costs a forward pass. */
    private static final int TRIED_IMAGES = 4;

    private final ModelLoader loader;
    private final ImageDecoder decoder;

    /**
     * @param loader loads model files
     * @param decoder reads the images of banks
     */
    public ModelRegistrar(ModelLoader loader, ImageDecoder decoder) {
        this.loader = loader;
        this.decoder = decoder;
    }

    @Override
    public ModelDescription register(Registration registration) throws ModelRejectedException {
        ModelId id = registration.id();
        Path version = registration.repository().resolve(id.name()).resolve(id.version());
        if (Files.exists(version)) {
            throw new ModelRejectedException(id + " is already registered; a version is never replaced, take another");
        }
        DonorImages donors = DonorImages.given(registration.bank(), decoder);
        ModelDescription described = describe(registration);
        ModelDescription found = tryOut(
                new GivenModel(registration.modelFile()).load(loader, registration.modelFile(), described), donors);
        try (StagedVersion staged = StagedVersion.beside(version)) {
            staged.copyModel(registration.modelFile(), found.sha256());
            String bank = staged.bank(donors, registration.repository());
            staged.describe(ModelYaml.of(found, bank));
            staged.publish();
        } catch (IOException e) {
            throw new ModelRejectedException(id + " can't be written to the repository: " + e.getMessage(), e);
        }
        return found;
    }

    private static ModelDescription describe(Registration registration) throws ModelRejectedException {
        if (!Files.isRegularFile(registration.modelFile())) {
            throw new ModelRejectedException("--model: no such file: " + registration.modelFile());
        }
        Contract contract = registration.contract();
        try {
            return new ModelDescription(
                    registration.id(),
                    Sha256.of(registration.modelFile()),
                    contract.inputSize(),
                    contract.channels(),
                    contract.normalisation(),
                    contract.output(),
                    contract.threshold());
        } catch (IOException e) {
            throw new ModelRejectedException("--model: " + registration.modelFile() + " can't be read", e);
        }
    }

    /** Runs the model on images of the bank; what it does not refuse there is its description from then on. */
    private static ModelDescription tryOut(SegmentationModel model, DonorImages donors) throws ModelRejectedException {
        List<Path> files = donors.files();
        for (Path file : files.subList(0, Math.min(TRIED_IMAGES, files.size()))) {
            try {
                model.segment(donors.decode(file, donors.read(file), model.description()));
            } catch (ModelRejectedException e) {
                throw new ModelRejectedException("tried on " + file.getFileName() + ": " + e.getMessage(), e);
            }
        }
        return model.description();
    }
}
