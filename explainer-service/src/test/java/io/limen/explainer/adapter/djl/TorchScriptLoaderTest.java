package io.limen.explainer.adapter.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.ModelRejectedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TorchScriptLoaderTest {

    @TempDir
    Path folder;

    @Test
    void missingFile() {
        assertEquals("model.pt is not there, or is no file", rejection(folder.resolve("model.pt")));
    }

    @Test
    void textFile() throws IOException {
        Path file = Files.writeString(folder.resolve("model.pt"), "weights: none\n");
        assertEquals("model.pt is no TorchScript file: it does not start like a zip archive", rejection(file));
    }

    @Test
    void emptyFile() throws IOException {
        Path file = Files.createFile(folder.resolve("model.pt"));
        assertEquals("model.pt is no TorchScript file: it does not start like a zip archive", rejection(file));
    }

    @Test
    void weightsWithoutCode() {
        assertEquals(
                "weights-only.pt holds weights without code (torch.save): export the model with"
                        + " torch.jit.script(model).save(file)",
                rejection(TestModel.file("weights-only")));
    }

    @Test
    void anyOtherArchive() {
        assertEquals("zip.pt is a zip archive, but no TorchScript file", rejection(TestModel.file("zip")));
    }

    @Test
    void fileCutShortAnywhere() throws IOException {
        byte[] whole = Files.readAllBytes(TestModel.file("smooth"));
        for (int length = 5; length < whole.length; length += 97) {
            Path file = Files.write(folder.resolve("model.pt"), Arrays.copyOf(whole, length));
            String line = rejection(file);
            assertTrue(line.startsWith("model.pt is damaged or cut short: "), line);
        }
    }

    @Test
    void flippedBitInTheWeights() throws IOException {
        byte[] bytes = Files.readAllBytes(TestModel.file("smooth"));
        // The first weights start at the first multiple of 64 bytes.
        bytes[64 + 3] ^= 0x40;
        Path file = Files.write(folder.resolve("model.pt"), bytes);
        assertEquals("model.pt is damaged: the checksum of smooth/data/0 is wrong", rejection(file));
    }

    @Test
    void flippedBitAnywhereIsNoticedOrHarmless() throws IOException {
        byte[] whole = Files.readAllBytes(TestModel.file("smooth"));
        for (int at = 0; at < whole.length; at += 41) {
            byte[] bytes = whole.clone();
            bytes[at] ^= 0x10;
            Path file = Files.write(folder.resolve("model.pt"), bytes);
            try {
                load(file);
            } catch (ModelRejectedException e) {
                assertEquals(1, e.getMessage().lines().count(), e.getMessage());
            }
        }
    }

    @Test
    void libraryIsToldToStayOffline() {
        new TorchScriptLoader(4);
        assertEquals("true", System.getProperty("ai.djl.offline"));
        assertEquals("true", System.getProperty("OPT_OUT_TRACKING"));
    }

    private static String rejection(Path file) {
        return assertThrows(ModelRejectedException.class, () -> load(file)).getMessage();
    }

    private static void load(Path file) throws ModelRejectedException {
        new TorchScriptLoader(4)
                .load(file, TestModel.description(Optional.empty(), TestModel.NONE, TestModel.ONE_CLASS));
    }
}
