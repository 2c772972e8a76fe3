package io.limen.producer.adapter.store;

import io.limen.producer.application.BadInput;
import io.limen.producer.application.ImageNotKeptException;
import io.limen.producer.application.ImageStore;
import io.limen.producer.domain.identity.Sha256;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.regex.Pattern;

/** Keeps images in a folder, each under its digest, so that no name of the source goes on. */
public final class FolderImageStore implements ImageStore {

    /** What this class writes, finished or not; nothing else in the folder is ever touched. */
    private static final Pattern OWN = Pattern.compile("[0-9a-f]{64}\\.png|\\.[0-9a-f]{64}\\.[0-9a-f-]+\\.part");

    private final Path folder;
    private final InstantSource time;

    private FolderImageStore(Path folder, InstantSource time) {
        this.folder = folder;
        this.time = time;
    }

    /**
     * Opens the folder, creating it if need be.
     *
     * @throws BadInput if it can't be written to
     */
    public static FolderImageStore open(Path folder, InstantSource time) {
        try {
            Path real = Files.createDirectories(folder).toRealPath();
            if (!Files.isWritable(real)) {
                throw new BadInput("can't write to the folder " + folder);
            }
            return new FolderImageStore(real, time);
        } catch (IOException e) {
            throw new BadInput("can't write to the folder " + folder);
        }
    }

    /**
     * Deletes the images that were kept last before so long.
     *
     * @return how many
     * @throws BadInput if the folder can't be read, or one can't be deleted
     */
    public int sweep(Duration age) {
        Instant oldest = time.instant().minus(age);
        int swept = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, FolderImageStore::isOwn)) {
            for (Path file : files) {
                if (isOlder(file, oldest) && Files.deleteIfExists(file)) {
                    swept++;
                }
            }
        } catch (IOException e) {
            throw new BadInput("can't delete old images in the folder " + folder);
        }
        return swept;
    }

    private static boolean isOwn(Path file) {
        return OWN.matcher(file.getFileName().toString()).matches() && Files.isRegularFile(file);
    }

    private static boolean isOlder(Path file, Instant oldest) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(oldest);
        } catch (NoSuchFileException e) {
            // somebody else sweeps, too
            return false;
        }
    }

    /** Whoever reads the folder sees the whole file or none. */
    @Override
    public URI keep(byte[] png, Sha256 sha256) {
        Path file = folder.resolve(sha256.hex() + ".png");
        try {
            if (!isRenewed(file, png.length)) {
                // of its own: processes in containers have the same number
                Path unfinished = folder.resolve("." + sha256.hex() + "." + UUID.randomUUID() + ".part");
                write(png, unfinished);
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new ImageNotKeptException("can't write to the folder of images " + folder, e);
        }
        return file.toUri();
    }

    private static void write(byte[] bytes, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            // before it has its name: what has a name is whole, whatever becomes of the machine
            channel.force(true);
        }
    }

    /** Whether it is there as a whole, and then its age counts from now on. */
    private boolean isRenewed(Path file, long length) throws IOException {
        try {
            if (Files.size(file) != length) {
                return false;
            }
            Files.setLastModifiedTime(file, FileTime.from(time.instant()));
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
