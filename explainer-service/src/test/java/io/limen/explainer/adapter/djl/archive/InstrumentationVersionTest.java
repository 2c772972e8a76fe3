package io.limen.explainer.adapter.djl.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limen.explainer.application.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies are kept on disk by the version: another copy must have another version. */
class InstrumentationVersionTest {

    private static final List<String> MODELS =
            List.of("skip-alone", "skip-alone-traced", "called-twice", "containers-traced", "attention", "one-channel");

    private static final String EXPECTED = "1 e45c0024ffcb3e44e91c8579544c7fc9b37ab2cfd42a8048dbc0a9034038f7df";

    private static byte[] copy(String model) throws IOException, UnreadableCodeException {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        InstrumentedArchive.write(Path.of("src/test/resources/models", model + ".pt"), copy);
        return copy.toByteArray();
    }

    /** When this fails, raise {@link InstrumentedArchive#VERSION} and write down what is found then. */
    @Test
    void aVersionMakesTheSameCopies() throws Exception {
        MessageDigest digest = Sha256.digest();
        for (String model : MODELS) {
            try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(copy(model)))) {
                for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                    digest.update(entry.getName().getBytes(StandardCharsets.UTF_8));
                    digest.update(entries.readAllBytes());
                }
            }
        }
        assertEquals(EXPECTED, InstrumentedArchive.VERSION + " " + Sha256.text(digest.digest()));
    }

    @Test
    void theSameModelGivesTheSameBytes() throws Exception {
        assertArrayEquals(copy("attention"), copy("attention"));
    }

    @Test
    void aCopyTellsItsComponents(@TempDir Path folder) throws Exception {
        for (String model : MODELS) {
            Path file = folder.resolve(model + ".pt");
            List<ComponentSite> sites;
            try (java.io.OutputStream out = Files.newOutputStream(file)) {
                sites = InstrumentedArchive.write(Path.of("src/test/resources/models", model + ".pt"), out);
            }
            assertEquals(sites, InstrumentedArchive.sites(file));
        }
    }
}
