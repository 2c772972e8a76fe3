package io.limen.explainer.adapter.store;

import io.limen.explainer.application.ImageDecoder;
import io.limen.explainer.application.Sha256;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.Mask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A model repository on disk for tests, and a decoder for its bank: "HEIGHTxWIDTH VALUE" is a flat image. */
record RepositoryFolder(Path root) {

    static final ImageDecoder DECODER = new ImageDecoder() {

        @Override
        public Image image(byte[] encoded) throws UnreadableImageException {
            String[] words = new String(encoded, StandardCharsets.UTF_8).split("[x ]");
            if (words.length != 3) {
                throw new UnreadableImageException("not an image");
            }
            int height = Integer.parseInt(words[0]);
            int width = Integer.parseInt(words[1]);
            float[] pixels = new float[3 * height * width];
            java.util.Arrays.fill(pixels, Float.parseFloat(words[2]));
            return new Image(height, width, 3, pixels);
        }

        @Override
        public Mask mask(byte[] encoded) {
            throw new UnsupportedOperationException("banks hold no masks");
        }
    };

    /** Writes model.pt with this content, a bank of two images and a model.yaml that fits them. */
    Path version(String name, String version, String content) throws IOException {
        Path folder = Files.createDirectories(root.resolve(name).resolve(version));
        Files.writeString(folder.resolve("model.pt"), content);
        Path bank = Files.createDirectories(folder.resolve("bank"));
        Files.writeString(bank.resolve("a.png"), "16x24 0.25");
        Files.writeString(bank.resolve("b.png"), "8x8 0.75");
        yaml(folder, yamlFor(name, version, content));
        return folder;
    }

    static String yamlFor(String name, String version, String content) {
        return """
                name: %s
                version: "%s"
                sha256: %s
                output: probabilities
                bank: bank
                """.formatted(name, version, Sha256.of(content.getBytes(StandardCharsets.UTF_8)));
    }

    static void yaml(Path folder, String text) throws IOException {
        Files.writeString(folder.resolve("model.yaml"), text);
    }
}
