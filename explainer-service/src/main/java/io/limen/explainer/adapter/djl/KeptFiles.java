package io.limen.explainer.adapter.djl;

import io.limen.explainer.application.Sha256;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that can be made again, in a folder of the user's own. A file's name ends in the SHA-256 of its content and is moved into its place
 * whole: what is found is what was written, however many processes write at a time. A folder that can't be written, or that
 * others may write into, is done without.
 */
final class KeptFiles {

    /** Some thousand small networks, some ten of a hundred megabytes. */
    static final long MOST_BYTES = 1L << 30;

    private static final Logger LOG = LoggerFactory.getLogger(KeptFiles.class);
    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rwx------");

    private final Path folder;
    private final StoredBytes bound;

    /** @param folder made when something is to be kept */
    KeptFiles(Path folder) {
        this(folder, MOST_BYTES);
    }

    /** @param mostBytes of all files together */
    KeptFiles(Path folder, long mostBytes) {
        this.folder = folder;
        this.bound = new StoredBytes(folder, mostBytes);
    }

    /**
     * A file that was kept; one whose content is no longer what its name says is removed.
     *
     * @param key what it was made of: letters, digits and dashes
     * @param ending of its name
     */
    Optional<Path> find(String key, String ending) {
        if (!isPrivate()) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> named = Files.newDirectoryStream(folder, key + "-*" + ending)) {
            for (Path file : named) {
                if (isWhole(file, key, ending)) {
                    Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
                    return Optional.of(file);
                }
                LOG.warn("a kept file is damaged and is made again file={}", file);
                Files.deleteIfExists(file);
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            // It is made again.
        }
        return Optional.empty();
    }

    private boolean isWhole(Path file, String key, String ending) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && file.getFileName().toString().equals(name(key, Sha256.of(file), ending));
    }

    /** An empty file that only its owner can read and write, for what is to be kept; elsewhere when the folder can't be used. */
    Path draft() throws IOException {
        if (prepare()) {
            try {
                return Files.createTempFile(folder, "draft-", StoredBytes.DRAFT);
            } catch (IOException full) {
                // There may be room elsewhere.
            }
        }
        return Files.createTempFile("limen-", StoredBytes.DRAFT);
    }

    /**
     * Keeps a draft.
     *
     * @return where it lies now: where it was if it can't be kept
     */
    Path keep(Path draft, String key, String ending) throws IOException {
        long size = Files.size(draft);
        if (!draft.startsWith(folder) || size > bound.mostBytes()) {
            return draft;
        }
        try {
            Path kept = folder.resolve(name(key, Sha256.of(draft), ending));
            bound.makeRoom(size);
            return Files.move(draft, kept, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            return draft;
        }
    }

    /** Whether the folder is there, now at the latest, and nobody else's. */
    private boolean prepare() {
        try {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ALONE));
        } catch (FileAlreadyExistsException known) {
            // Another process was first.
        } catch (IOException | UnsupportedOperationException unwritable) {
            return false;
        }
        return isPrivate();
    }

    private boolean isPrivate() {
        try {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
            boolean ownersAlone = OWNER_ALONE.containsAll(Files.getPosixFilePermissions(folder));
            if (!ownersAlone) {
                LOG.warn("others may look into the folder, so it is not used folder={}", folder);
            }
            return ownersAlone;
        } catch (IOException | UnsupportedOperationException unreadable) {
            return false;
        }
    }

    private static String name(String key, String sha256, String ending) {
        return key + "-" + sha256 + ending;
    }
}
