package io.limen.explainer.adapter.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.ModelId;
import io.limen.explainer.application.ModelLoader;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.ModelRepository.RepositoryModel;
import io.limen.explainer.application.RepositoryUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileModelRepositoryTest {

    private static final ModelId ID = new ModelId("unet", "1");

    @TempDir
    Path parent;

    private final AtomicInteger loads = new AtomicInteger();
    private RepositoryFolder folder;
    private FileModelRepository repository;

    @BeforeEach
    void makeRepository() throws IOException {
        folder = new RepositoryFolder(Files.createDirectory(parent.resolve("models")));
        repository = new FileModelRepository(List.of(folder.root()), countingLoader(), RepositoryFolder.DECODER);
    }

    @Test
    void modelIsLoadedOnce() throws Exception {
        folder.version("unet", "1", "weights");
        RepositoryModel first = repository.find(ID);
        assertSame(first, repository.find(ID));
        assertEquals(1, loads.get());
        assertEquals(ID, first.model().description().id());
    }

    @Test
    void callersAtTheSameTimeLoadOnce() throws Exception {
        folder.version("unet", "1", "weights");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<RepositoryModel> work = () -> repository.find(ID);
            for (Future<RepositoryModel> found : threads.invokeAll(Collections.nCopies(32, work))) {
                assertSame(repository.find(ID), found.get());
            }
        } finally {
            threads.shutdown();
        }
        assertEquals(1, loads.get());
    }

    @Test
    void newVersionIsFoundWhileRunning() throws Exception {
        folder.version("unet", "1", "weights");
        repository.find(ID);
        ModelId next = new ModelId("unet", "2");
        assertEquals("no model unet@2 in the model repository", rejection(next));
        folder.version("unet", "2", "better weights");
        assertEquals(next, repository.find(next).model().description().id());
        assertEquals(List.of(ID, next), repository.versions());
    }

    @Test
    void changedFileIsLoadedAgain() throws Exception {
        folder.version("unet", "1", "weights");
        RepositoryModel before = repository.find(ID);
        folder.version("unet", "1", "corrected weights");
        assertNotSame(before, repository.find(ID));
        assertEquals(2, loads.get());
    }

    @Test
    void removedVersionIsGone() throws Exception {
        Path version = folder.version("unet", "1", "weights");
        repository.find(ID);
        Files.delete(version.resolve("model.yaml"));
        assertEquals("no model unet@1 in the model repository", rejection(ID));
    }

    @Test
    void repositoryMayAppearLater() throws Exception {
        Path later = parent.resolve("later");
        FileModelRepository patient =
                new FileModelRepository(List.of(later), countingLoader(), RepositoryFolder.DECODER);
        assertThrows(RepositoryUnavailableException.class, () -> patient.find(ID));
        new RepositoryFolder(later).version("unet", "1", "weights");
        assertEquals(ID, patient.find(ID).model().description().id());
    }

    @Test
    void repositoryThatGoesAwayIsAPassingFault() throws Exception {
        folder.version("unet", "1", "weights");
        RepositoryModel before = repository.find(ID);
        Path away = parent.resolve("away");
        Files.move(folder.root(), away);
        assertThrows(RepositoryUnavailableException.class, () -> repository.find(ID));
        Files.createDirectory(folder.root());
        assertThrows(RepositoryUnavailableException.class, () -> repository.find(ID));
        assertEquals("no model other@1 in the model repository", rejection(new ModelId("other", "1")));
        Files.delete(folder.root());
        Files.move(away, folder.root());
        assertSame(before, repository.find(ID));
    }

    @Test
    void oneOfTwoRootsGoingAwayIsAPassingFaultForItsModelsAlone() throws Exception {
        RepositoryFolder second = new RepositoryFolder(Files.createDirectory(parent.resolve("second")));
        second.version("unet", "1", "weights");
        FileModelRepository both = new FileModelRepository(
                List.of(folder.root(), second.root()), countingLoader(), RepositoryFolder.DECODER);
        both.find(ID);
        Files.move(second.root(), parent.resolve("away"));
        assertThrows(RepositoryUnavailableException.class, () -> both.find(ID));
        assertThrows(ModelRejectedException.class, () -> both.find(new ModelId("other", "1")));
    }

    @Test
    void knownModelWhoseFileCantBeReadIsAPassingFault() throws Exception {
        Path file = folder.version("unet", "1", "weights").resolve("model.pt");
        repository.find(ID);
        Files.delete(file);
        assertThrows(RepositoryUnavailableException.class, () -> repository.find(ID));
        Files.writeString(file, "weights");
        assertEquals(ID, repository.find(ID).model().description().id());
    }

    @Test
    void bankThatGoesAwayIsAPassingFault() throws Exception {
        Path bank = folder.version("unet", "1", "weights").resolve("bank");
        RepositoryModel found = repository.find(ID);
        Files.move(bank, parent.resolve("away"));
        assertThrows(RepositoryUnavailableException.class, () -> found.bank(8, "0".repeat(64)));
        Files.move(parent.resolve("away"), bank);
        assertEquals(8, found.bank(8, "0".repeat(64)).blockSize());
    }

    @Test
    void flippedByteIsNoticedAndNotReadAgain() throws Exception {
        Path version = folder.version("unet", "1", "weights");
        Files.writeString(version.resolve("model.pt"), "weighty");
        String line = rejection(ID);
        assertTrue(line.startsWith("model.pt of unet@1 is corrupt or was replaced: its SHA-256 is "), line);
        assertEquals(line, rejection(ID));
        assertEquals(0, loads.get());
        Files.writeString(version.resolve("model.pt"), "weights");
        assertEquals(ID, repository.find(ID).model().description().id());
    }

    @Test
    void modelFileMayBeMissing() throws Exception {
        Files.delete(folder.version("unet", "1", "weights").resolve("model.pt"));
        assertEquals("unet@1 has no model.pt beside its model.yaml", rejection(ID));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "output: probabilities | outputs: logits | model.yaml: unknown key 'outputs'",
                "output: probabilities | output: percent | model.yaml: output must be logits or probabilities, not percent",
                "output: probabilities | output: logits\\noutput: logits | model.yaml: Duplicate field 'output' (line 5)",
                "bank: bank | site: here | model.yaml: bank is missing: the folder of donor images",
                "bank: bank | bank: nowhere | model.yaml: the bank nowhere is not there",
                "bank: bank | bank: ../../../outside | model.yaml: the bank ../../../outside lies outside the repository",
                "name: unet | name: other | model.yaml of unet@1 describes other@1",
                "name: unet | classes: 2 | model.yaml: name and version are missing",
                "bank: bank | classes: two | model.yaml: the value of 'classes' is not of the right kind (line 5)",
                "bank: bank | input: {height: 8} | model.yaml: input.height and input.width go together",
                "bank: bank | input: {channels: 4} | model.yaml: input.channels must be 1 or 3, not 4",
                "bank: bank | input: {mean: [0.5]} | model.yaml: input.mean needs 3 numbers",
                "bank: bank | input: {std: [1, 1, 0]} | model.yaml: Normalisation: std 0.0",
                "bank: bank | threshold: 1 | model.yaml: threshold must lie between 0 and 1, not 1.0",
                "bank: bank | targetClass: 1 | model.yaml: Output: class 1 of 1",
                "bank: bank | input: {size: 8} | model.yaml: unknown key 'input.size'",
            })
    void wrongDescriptionIsOneClearLine(String good, String bad, String line) throws Exception {
        Files.createDirectory(parent.resolve("outside"));
        Path version = folder.version("unet", "1", "weights");
        RepositoryFolder.yaml(
                version, RepositoryFolder.yamlFor("unet", "1", "weights").replace(good, bad.replace("\\n", "\n")));
        assertEquals(line, rejection(ID));
    }

    @Test
    void linkOutOfTheRepositoryIsRefused() throws Exception {
        RepositoryFolder elsewhere = new RepositoryFolder(parent.resolve("elsewhere"));
        Path secret = elsewhere.version("unet", "1", "weights");
        Files.createDirectory(folder.root().resolve("unet"));
        Files.createSymbolicLink(folder.root().resolve("unet").resolve("1"), secret);
        assertEquals("unet@1 is a link that leads out of the model repository", rejection(ID));
    }

    @Test
    void linkInsideTheRepositoryIsFollowed() throws Exception {
        Path version = folder.version("unet", "1", "weights");
        Files.move(version, folder.root().resolve("stored"));
        Files.createSymbolicLink(version, folder.root().resolve("stored"));
        assertEquals(ID, repository.find(ID).model().description().id());
    }

    private String rejection(ModelId id) {
        return assertThrows(ModelRejectedException.class, () -> repository.find(id))
                .getMessage();
    }

    private ModelLoader countingLoader() {
        return (file, description) -> {
            loads.incrementAndGet();
            return new FakeModel(description, null);
        };
    }
}
