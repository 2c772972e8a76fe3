package io.limen.explainer.adapter.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelDescription.Output;
import io.limen.explainer.application.ModelId;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.ModelRepository.RepositoryModel;
import io.limen.explainer.application.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileModelSourceTest {

    private static final String NOBODY = "0".repeat(64);

    @TempDir
    Path parent;

    private final FileModelSource source =
            new FileModelSource((file, description) -> new FakeModel(description, null), RepositoryFolder.DECODER);

    private Path bank;

    @BeforeEach
    void makeBank() throws IOException {
        bank = Files.createDirectory(parent.resolve("donors"));
        Files.writeString(bank.resolve("a.png"), "8x8 0.5");
    }

    @Test
    void fileAloneIsTakenWithAssumptions() throws Exception {
        Path file = Files.writeString(parent.resolve("my model v1.2.pt"), "weights");
        RepositoryModel opened = source.open(file, Optional.of(bank));
        ModelDescription assumed = opened.model().description();
        assertEquals(new ModelId("my_model_v1.2", "file"), assumed.id());
        assertEquals(Sha256.of(file), assumed.sha256());
        assertEquals(Optional.empty(), assumed.inputSize());
        assertEquals(3, assumed.channels());
        assertEquals(new Output(Output.Kind.AUTO, 1, 0), assumed.output());
        assertEquals(0.5, assumed.threshold());
        assertEquals(1, opened.bank(8, NOBODY).size());
    }

    @Test
    void fileWithoutABankIsRefused() throws Exception {
        Path file = Files.writeString(parent.resolve("unet.pt"), "weights");
        assertEquals(
                "donor patches are needed: give --bank DIR, a folder of images like the one explained",
                rejection(file, Optional.empty()));
    }

    @Test
    void folderIsTakenAsDescribed() throws Exception {
        Path version = new RepositoryFolder(parent).version("unet", "1", "weights");
        RepositoryModel opened = source.open(version, Optional.empty());
        assertEquals(new ModelId("unet", "1"), opened.model().description().id());
        assertEquals(6 + 1, opened.bank(8, NOBODY).size());
        assertEquals(
                opened.bank(8, NOBODY).sha256(),
                source.open(version.resolve("model.pt"), Optional.empty())
                        .bank(8, NOBODY)
                        .sha256());
    }

    @Test
    void givenBankWinsOverTheDescribedOne() throws Exception {
        Path version = new RepositoryFolder(parent).version("unet", "1", "weights");
        assertEquals(1, source.open(version, Optional.of(bank)).bank(8, NOBODY).size());
    }

    @Test
    void missingThingsAreNamed() throws Exception {
        Path missing = parent.resolve("nowhere.pt");
        assertEquals("--model: no such file: " + missing, rejection(missing, Optional.of(bank)));
        assertEquals(
                "--model: no model.yaml in " + bank + ": name the model's file instead",
                rejection(bank, Optional.of(bank)));
        Path file = Files.writeString(parent.resolve("unet.pt"), "weights");
        Path nowhere = parent.resolve("nowhere");
        assertEquals("the bank's folder '" + nowhere + "' is not there", rejection(file, Optional.of(nowhere)));
        Path empty = Files.createDirectory(parent.resolve("empty"));
        assertEquals("the bank's folder '" + empty + "' holds no images", rejection(file, Optional.of(empty)));
    }

    @Test
    void whatIsWrongWithAModelIsToldWithThePathThatWasGiven() throws Exception {
        FileModelSource refusing = new FileModelSource(
                (file, description) -> {
                    throw new ModelRejectedException(file.getFileName() + " is damaged");
                },
                RepositoryFolder.DECODER);
        Path file = Files.writeString(parent.resolve("unet.pt"), "weights");
        Path version = new RepositoryFolder(parent).version("unet", "1", "weights");
        assertEquals("--model: " + file + " is damaged", rejection(refusing, file, Optional.of(bank)));
        assertEquals("--model: " + version + ": model.pt is damaged", rejection(refusing, version, Optional.empty()));
        Files.writeString(version.resolve("model.yaml"), "colour: red");
        assertEquals(
                "--model: " + version + ": model.yaml: unknown key 'colour'",
                rejection(refusing, version, Optional.empty()));
    }

    private String rejection(Path model, Optional<Path> donors) {
        return rejection(source, model, donors);
    }

    private static String rejection(FileModelSource asked, Path model, Optional<Path> donors) {
        return assertThrows(ModelRejectedException.class, () -> asked.open(model, donors))
                .getMessage();
    }
}
