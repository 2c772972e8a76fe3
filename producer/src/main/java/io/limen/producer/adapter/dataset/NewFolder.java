package io.limen.producer.adapter.dataset;

import io.limen.producer.application.BadInput;
import io.limen.producer.application.PhantomFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A folder that was empty or not there, with {@code images/}, {@code masks/} and, once there is one, {@code causes/}
 * to fill. */
public final class NewFolder implements PhantomFolder {

    private final Path images;
    private final Path masks;
    private final Path causes;

    private NewFolder(Path folder) throws IOException {
        this.images = Files.createDirectories(folder.resolve("images"));
        this.masks = Files.createDirectories(folder.resolve("masks"));
        this.causes = folder.resolve("causes");
    }

    /**
     * Creates the folder.
     *
     * @throws BadInput if it holds anything already, or can't be created
     */
    public static NewFolder create(Path folder) {
        try {
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                throw new BadInput("not a folder: " + folder);
            }
            if (Files.isDirectory(folder) && holdsAnything(folder)) {
                throw new BadInput("the folder is not empty: " + folder);
            }
            return new NewFolder(folder);
        } catch (IOException e) {
            throw new BadInput("can't write to the folder " + folder);
        }
    }

    private static boolean holdsAnything(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isPresent();
        }
    }

    @Override
    public void write(String name, byte[] imagePng, byte[] maskPng) {
        try {
            Files.write(images.resolve(name + ".png"), imagePng);
            Files.write(masks.resolve(name + ".png"), maskPng);
        } catch (IOException e) {
            throw new UncheckedIOException("can't write " + name + ".png", e);
        }
    }

    @Override
    public void writeCause(String name, byte[] causePng) {
        try {
            Files.write(Files.createDirectories(causes).resolve(name + ".png"), causePng);
        } catch (IOException e) {
            throw new UncheckedIOException("can't write the cause of " + name + ".png", e);
        }
    }
}
