package io.limen.explainer.adapter.evaluation;

import io.limen.explainer.application.CaseToExplain;
import io.limen.explainer.application.ImageDecoder;
import io.limen.explainer.application.ImageDecoder.UnreadableImageException;
import io.limen.explainer.application.RegionSelection;
import io.limen.explainer.application.Sha256;
import io.limen.explainer.application.evaluate.Dataset;
import io.limen.explainer.application.evaluate.DatasetCase;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.Mask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A folder with {@code images}, {@code masks} (ground truth) and {@code causes} (planted causes), files of one name belonging
 * together; masks and causes may be missing.
 */
public final class FolderDataset implements Dataset {

    /** No usual image is larger. */
    private static final long MOST_BYTES = 64L << 20;

    private final ImageFolder images;
    private final ImageFolder masks;
    private final ImageFolder causes;
    private final List<String> names;
    private final ImageDecoder decoder;

    private FolderDataset(
            ImageFolder images, ImageFolder masks, ImageFolder causes, List<String> names, ImageDecoder decoder) {
        this.images = images;
        this.masks = masks;
        this.causes = causes;
        this.names = List.copyOf(names);
        this.decoder = decoder;
    }

    /**
     * Lists a folder.
     *
     * @throws IOException one line: there is no folder of images, or two images have one name
     */
    public static FolderDataset open(Path folder, ImageDecoder decoder) throws IOException {
        ImageFolder images = ImageFolder.of(folder.resolve("images"));
        if (images.isEmpty()) {
            throw new IOException(folder + " holds no images: a folder 'images' is looked for, 'masks' beside it");
        }
        return new FolderDataset(
                images,
                ImageFolder.of(folder.resolve("masks")),
                ImageFolder.of(folder.resolve("causes")),
                images.names(),
                decoder);
    }

    /** Only the cases of these names, in their own order. @throws IOException one line: there is none of a name */
    public FolderDataset only(List<String> wanted) throws IOException {
        for (String name : wanted) {
            if (images.find(name).isEmpty()) {
                throw new IOException("there is no image named " + name);
            }
        }
        return new FolderDataset(
                images, masks, causes, wanted.stream().distinct().sorted().toList(), decoder);
    }

    /** The first so many cases. */
    public FolderDataset first(int count) {
        return new FolderDataset(images, masks, causes, names.subList(0, Math.min(count, names.size())), decoder);
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public String fingerprint(String name) throws UnreadableCaseException {
        StringBuilder parts = new StringBuilder();
        for (ImageFolder folder : List.of(images, masks, causes)) {
            Optional<Path> file = folder.find(name);
            parts.append(file.isPresent() ? Sha256.of(bytes(file.get())) : "-").append(' ');
        }
        return parts.toString().strip();
    }

    @Override
    public DatasetCase read(String name) throws UnreadableCaseException {
        Path file = images.find(name)
                .orElseThrow(() -> new UnreadableCaseException("there is no image named " + name, null));
        byte[] encoded = bytes(file);
        try {
            Image image = decoder.image(encoded);
            Optional<Mask> truth = mask(masks, name, image);
            CaseToExplain subject = new CaseToExplain(
                    image, Sha256.of(encoded), Optional.empty(), truth, new RegionSelection.BoundaryWindow());
            return new DatasetCase(name, subject, mask(causes, name, image));
        } catch (UnreadableImageException e) {
            throw new UnreadableCaseException(file.getFileName() + ": " + e.getMessage(), e);
        }
    }

    private Optional<Mask> mask(ImageFolder folder, String name, Image image) throws UnreadableCaseException {
        Optional<Path> file = folder.find(name);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            Mask mask = decoder.mask(bytes(file.get()));
            if (mask.height() != image.height() || mask.width() != image.width()) {
                throw new UnreadableCaseException(
                        "%s/%s is %dx%d, its image %dx%d"
                                .formatted(
                                        folder.label(),
                                        file.get().getFileName(),
                                        mask.height(),
                                        mask.width(),
                                        image.height(),
                                        image.width()),
                        null);
            }
            return Optional.of(mask);
        } catch (UnreadableImageException e) {
            throw new UnreadableCaseException(
                    folder.label() + "/" + file.get().getFileName() + ": " + e.getMessage(), e);
        }
    }

    private static byte[] bytes(Path file) throws UnreadableCaseException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new UnreadableCaseException(
                        file.getFileName() + " is larger than " + (MOST_BYTES >> 20) + " MiB", null);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UnreadableCaseException(file.getFileName() + " can't be read", e);
        }
    }
}
