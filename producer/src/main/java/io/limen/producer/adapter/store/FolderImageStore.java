package io.limen.producer.adapter.store;

import io.limen.producer.application.BadInput;
import io.limen.producer.application.ImageStore;
import io.limen.producer.domain.identity.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Keeps images in a folder, each under its digest, so that no name of the source goes on. */
public final class FolderImageStore implements ImageStore {

    private final Path folder;

    private FolderImageStore(Path folder) {
        this.folder = folder;
    }

    /**
     * Opens the folder, creating it if need be.
     *
     * @throws BadInput if it can't be written to
     */
    public static FolderImageStore open(Path folder) {
        try {
            Path real = Files.createDirectories(folder).toRealPath();
            if (!Files.isWritable(real)) {
                throw new BadInput("can't write to the folder " + folder);
            }
            return new FolderImageStore(real);
        } catch (IOException e) {
            throw new BadInput("can't write to the folder " + folder);
        }
    }

    /** Whoever reads the folder sees the whole file or none. */
    @Override
    public URI keep(byte[] png, Sha256 sha256) {
        Path file = folder.resolve(sha256.hex() + ".png");
        try {
            if (!Files.exists(file)) {
                Path unfinished = folder.resolve(
                        "." + sha256.hex() + "." + ProcessHandle.current().pid() + ".part");
                Files.write(unfinished, png);
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't write to the folder " + folder, e);
        }
        return file.toUri();
    }
}
