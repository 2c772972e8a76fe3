package io.limen.producer.adapter.cache;

import io.limen.producer.application.BadInput;
import io.limen.producer.application.CaseCache;
import io.limen.producer.application.OwnerOnly;
import io.limen.producer.application.PreparedCase;
import io.limen.producer.domain.identity.Sha256;
import io.limen.producer.domain.result.CaseImage;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** A file for each prepared case, called by a digest of what it was made from. Images in a store are not kept twice. */
public final class CaseFolder implements CaseCache {

    private static final String UNFINISHED = ".part";

    /** Longer than anybody takes over one file. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final Path folder;
    private final Sha256 options;

    private CaseFolder(Path folder, Sha256 options) {
        this.folder = folder;
        this.options = options;
    }

    /**
     * Opens the folder, creating it if need be, and deletes what a run has left unfinished that was killed.
     *
     * @param options digest of everything that decides how files are read
     * @param time that the age of files goes by
     * @throws BadInput if it can't be written to
     */
    public static CaseFolder open(Path folder, Sha256 options, InstantSource time) {
        try {
            Path real =
                    Files.createDirectories(folder, OwnerOnly.folder(folder)).toRealPath();
            if (!Files.isWritable(real)) {
                throw new BadInput("--cache: can't write to the folder " + folder);
            }
            sweep(real, FileTime.from(time.instant().minus(ABANDONED)));
            return new CaseFolder(real, options);
        } catch (IOException e) {
            throw new BadInput("--cache: can't write to the folder " + folder);
        }
    }

    private static void sweep(Path folder, FileTime oldest) throws IOException {
        try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(folder, ".*" + UNFINISHED)) {
            for (Path file : unfinished) {
                if (Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).compareTo(oldest) < 0) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (NoSuchFileException e) {
            // another run has finished or swept it: the next one sweeps the rest
        }
    }

    @Override
    public Optional<PreparedCase> find(Sha256 key) {
        try {
            return PreparedBytes.read(Files.readAllBytes(file(key)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whoever reads the folder sees a whole file or none, and what a power cut leaves fails its checksum. */
    @Override
    public void keep(Sha256 key, PreparedCase prepared) {
        if (prepared.image() instanceof CaseImage.Inline image) {
            Path unfinished = folder.resolve("." + UUID.randomUUID() + UNFINISHED);
            try {
                Files.createFile(unfinished, OwnerOnly.file(unfinished));
                Files.write(unfinished, PreparedBytes.of(prepared, image));
                Files.move(unfinished, file(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                // a full disk: the case is prepared again next time
                unfinished.toFile().delete();
            }
        }
    }

    private Path file(Sha256 key) {
        return folder.resolve(Sha256.of(options.hex() + "\n" + key.hex()).hex() + ".case");
    }
}
