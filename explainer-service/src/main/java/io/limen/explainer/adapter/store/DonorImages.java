package io.limen.explainer.adapter.store;

import io.limen.explainer.application.ImageDecoder;
import io.limen.explainer.application.ImageDecoder.UnreadableImageException;
import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.Resampling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The images of a bank's folder, in the order of their names, at a model's scale.
 *
 * @param folder the folder; files that are not named like images are left alone
 * @param decoder how files become pixels
 * @param given whether a person named the folder: messages then say its path, else its last name alone
 */
record DonorImages(Path folder, ImageDecoder decoder, boolean given) {

    private static final Set<String> EXTENSIONS = Set.of("png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff");

    /** The bank that a model.yaml names. */
    DonorImages(Path folder, ImageDecoder decoder) {
        this(folder, decoder, false);
    }

    /** The bank that a person named with {@code --bank}. */
    static DonorImages given(Path folder, ImageDecoder decoder) {
        return new DonorImages(folder, decoder, true);
    }

    /** Image files by name. @throws ModelRejectedException when there is no folder, or nothing in it */
    List<Path> files() throws ModelRejectedException {
        if (!Files.isDirectory(folder)) {
            throw new ModelRejectedException("the bank's folder '" + told(folder) + "' is not there");
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> files = entries.filter(DonorImages::isImage).sorted().toList();
            if (files.isEmpty()) {
                throw new ModelRejectedException("the bank's folder '" + told(folder) + "' holds no images");
            }
            return files;
        } catch (IOException e) {
            throw new ModelRejectedException("the bank's folder '" + told(folder) + "' can't be read", e);
        }
    }

    /** An image as the model takes it. */
    Image decode(Path file, byte[] encoded, ModelDescription description) throws ModelRejectedException {
        try {
            Image image = Resampling.channels(decoder.image(encoded), description.channels());
            return description
                    .inputSize()
                    .map(size -> Resampling.resize(image, size.height(), size.width()))
                    .orElse(image);
        } catch (UnreadableImageException e) {
            throw new ModelRejectedException("the bank's image " + told(file) + ": " + e.getMessage(), e);
        }
    }

    /** Reads a file of the bank. */
    byte[] read(Path file) throws ModelRejectedException {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ModelRejectedException("the bank's image " + told(file) + " can't be read", e);
        }
    }

    private Path told(Path path) {
        return given ? path : path.getFileName();
    }

    private static boolean isImage(Path file) {
        String name = file.getFileName().toString();
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && EXTENSIONS.contains(extension) && Files.isRegularFile(file);
    }
}
