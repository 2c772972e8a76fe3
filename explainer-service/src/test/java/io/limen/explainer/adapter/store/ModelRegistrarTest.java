package io.limen.explainer.adapter.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelDescription.InputSize;
import io.limen.explainer.application.ModelDescription.Normalisation;
import io.limen.explainer.application.ModelDescription.Output;
import io.limen.explainer.application.ModelId;
import io.limen.explainer.application.ModelLoader;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.ModelRepository.RepositoryModel;
import io.limen.explainer.application.RegisterModel.Contract;
import io.limen.explainer.application.RegisterModel.Registration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelRegistrarTest {

    private static final ModelId ID = new ModelId("unet", "1");
    private static final ModelLoader WORKS = (file, description) -> new FakeModel(description, null);

    @TempDir
    Path parent;

    private Path repository;
    private Path bank;
    private Path modelFile;

    @BeforeEach
    void makeFiles() throws IOException {
        repository = parent.resolve("models");
        bank = Files.createDirectory(parent.resolve("donors"));
        Files.writeString(bank.resolve("a.png"), "16x24 0.25");
        Files.writeString(bank.resolve("notes.txt"), "no image");
        modelFile = Files.writeString(parent.resolve("trained.pt"), "weights");
    }

    @Test
    void registeredModelIsFoundAsDescribed() throws Exception {
        ModelDescription added = register(WORKS, bank);
        RepositoryModel found = new FileModelRepository(List.of(repository), WORKS, RepositoryFolder.DECODER).find(ID);
        ModelDescription described = found.model().description();
        assertEquals(added.sha256(), described.sha256());
        assertEquals(Optional.of(new InputSize(32, 16)), described.inputSize());
        assertEquals(0.25f, described.normalisation().mean()[1]);
        assertEquals(2f, described.normalisation().std()[2]);
        assertEquals(new Output(Output.Kind.LOGITS, 2, 1), described.output());
        assertEquals(0.25, described.threshold());
        assertEquals(8, found.bank(8, "0".repeat(64)).size());
        assertFalse(Files.exists(repository.resolve("unet/1/bank/notes.txt")));
    }

    @Test
    void bankInsideTheRepositoryIsReferredTo() throws Exception {
        Path shared = repository.resolve("bank");
        Files.createDirectories(repository);
        Files.move(bank, shared);
        register(WORKS, shared);
        String yaml = Files.readString(repository.resolve("unet/1/model.yaml"));
        assertTrue(yaml.contains("bank: ../../bank\n"), yaml);
        new FileModelRepository(List.of(repository), WORKS, RepositoryFolder.DECODER)
                .find(ID)
                .bank(8, "0".repeat(64));
    }

    @Test
    void existingVersionStays() throws Exception {
        register(WORKS, bank);
        Files.writeString(modelFile, "other weights");
        assertEquals("unet@1 is already registered; a version is never replaced, take another", rejection(WORKS, bank));
        assertEquals("weights", Files.readString(repository.resolve("unet/1/model.pt")));
    }

    @Test
    void modelThatFailsOnItsBankIsNotRegistered() {
        ModelLoader broken = (file, description) -> new FakeModel(description, "the model's output holds NaN");
        assertEquals("tried on a.png: the model's output holds NaN", rejection(broken, bank));
        assertFalse(Files.exists(repository.resolve("unet/1")));
    }

    @Test
    void fileThatChangesMeanwhileLeavesNothingBehind() throws Exception {
        ModelLoader slow = (file, description) -> {
            try {
                Files.writeString(file, "other weights");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            return new FakeModel(description, null);
        };
        assertEquals("trained.pt changed while it was registered", rejection(slow, bank));
        try (Stream<Path> left = Files.list(repository.resolve("unet"))) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void missingThingsAreNamed() throws IOException {
        Path nowhere = parent.resolve("nowhere");
        assertEquals("the bank's folder '" + nowhere + "' is not there", rejection(WORKS, nowhere));
        Files.delete(modelFile);
        assertEquals("--model: no such file: " + modelFile, rejection(WORKS, bank));
    }

    private String rejection(ModelLoader loader, Path donors) {
        return assertThrows(ModelRejectedException.class, () -> register(loader, donors))
                .getMessage();
    }

    private ModelDescription register(ModelLoader loader, Path donors) throws ModelRejectedException {
        Contract contract = new Contract(
                Optional.of(new InputSize(32, 16)),
                3,
                new Normalisation(new float[] {0, 0.25f, 0}, new float[] {1, 1, 2}),
                new Output(Output.Kind.LOGITS, 2, 1),
                0.25);
        return new ModelRegistrar(loader, RepositoryFolder.DECODER)
                .register(new Registration(repository, modelFile, donors, ID, contract));
    }
}
