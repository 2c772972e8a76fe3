package io.limen.explainer.adapter.store;

import io.limen.explainer.application.ImageStore;
import io.limen.explainer.application.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Images on the file system, under the folders that an operator allowed and nowhere else, links resolved. */
public final class FileImageStore implements ImageStore {

    private final List<Path> roots;
    private final long maxBytes;

    /**
     * @param roots folders that images may lie under; none: no image is read by reference
     * @param maxBytes the largest file that is read
     */
    public FileImageStore(List<Path> roots, long maxBytes) {
        if (maxBytes < 1 || maxBytes > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("FileImageStore: " + maxBytes + " bytes");
        }
        this.roots = List.copyOf(roots);
        this.maxBytes = maxBytes;
    }

    @Override
    public byte[] read(String uri, String sha256) throws UnavailableImageException {
        if (!Sha256.isWritten(sha256)) {
            throw new UnavailableImageException(
                    "the image reference has no SHA-256 of 64 lower-case hexadecimal digits");
        }
        byte[] bytes = readLimited(allowed(file(uri)));
        if (!Sha256.of(bytes).equals(sha256)) {
            throw new UnavailableImageException("the referenced image is not the one whose SHA-256 came with it");
        }
        return bytes;
    }

    private static Path file(String uri) throws UnavailableImageException {
        try {
            URI parsed = new URI(uri);
            if ("s3".equalsIgnoreCase(parsed.getScheme())) {
                throw new UnavailableImageException("s3: image references are not supported yet");
            }
            if (!"file".equalsIgnoreCase(parsed.getScheme())) {
                throw new UnavailableImageException("an image reference must be a file: URI");
            }
            return Path.of(parsed);
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            throw new UnavailableImageException("the image reference is no valid file: URI", e);
        }
    }

    /** The real file. What lies outside the roots is refused with the words of what is not there. */
    private Path allowed(Path file) throws UnavailableImageException {
        Optional<Path> real = real(file).filter(Files::isRegularFile).filter(this::isUnderARoot);
        return real.orElseThrow(
                () -> new UnavailableImageException("the referenced image is not there, or not in an allowed folder"));
    }

    private boolean isUnderARoot(Path file) {
        return roots.stream().flatMap(root -> real(root).stream()).anyMatch(file::startsWith);
    }

    private static Optional<Path> real(Path path) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private byte[] readLimited(Path file) throws UnavailableImageException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes((int) maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw new UnavailableImageException("the referenced image is larger than " + maxBytes + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new UnavailableImageException("the referenced image can't be read", e);
        }
    }
}
