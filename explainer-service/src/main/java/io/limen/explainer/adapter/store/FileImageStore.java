package io.limen.explainer.adapter.store;

import io.limen.explainer.application.ImageStore;
import io.limen.explainer.application.ImageStoreUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Images on the file system, under the folders that an operator allowed and nowhere else, links resolved, each under its own
 * digest: what a record says can't choose another file.
 */
public final class FileImageStore implements ImageStore {

    private final List<Path> roots;
    private final CheckedBytes reading;

    /**
     * @param roots folders that images may lie under; none: no image is read by reference
     * @param maxBytes the largest file that is read
     */
    public FileImageStore(List<Path> roots, long maxBytes) {
        this.roots = List.copyOf(roots);
        this.reading = new CheckedBytes(maxBytes, Duration.ofMinutes(1), System::nanoTime);
    }

    @Override
    public byte[] read(String uri, String sha256) throws UnavailableImageException {
        CheckedBytes.requireDigest(sha256);
        Path file = file(uri);
        if (!Optional.ofNullable(file.getFileName())
                .filter(name -> name.toString().equals(sha256 + ".png"))
                .isPresent()) {
            throw new UnavailableImageException("a file that is referred to must have the name <its SHA-256>.png");
        }
        return read(allowed(file), sha256);
    }

    private static Path file(String uri) throws UnavailableImageException {
        try {
            URI parsed = new URI(uri);
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
        List<Path> there = roots.stream().flatMap(root -> real(root).stream()).toList();
        Path named = file.toAbsolutePath().normalize();
        if (roots.stream()
                .anyMatch(root -> named.startsWith(root.toAbsolutePath().normalize())
                        && real(root).isEmpty())) {
            // a volume that is not mounted yet, or no longer
            throw new ImageStoreUnavailableException("a folder of limen.images.roots is not there");
        }
        Optional<Path> real = real(file)
                .filter(Files::isRegularFile)
                .filter(found -> there.stream().anyMatch(found::startsWith));
        return real.orElseThrow(
                () -> new MissingImageException("the referenced image is not there, or not in an allowed folder"));
    }

    private static Optional<Path> real(Path path) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private byte[] read(Path file, String sha256) throws UnavailableImageException {
        try (InputStream in = Files.newInputStream(file)) {
            long length = Files.size(file);
            reading.requireFits(length);
            return reading.read(in, length, sha256);
        } catch (AccessDeniedException e) {
            throw ImageStoreUnavailableException.ofOneImage("an image of limen.images.roots may not be read", e);
        } catch (IOException e) {
            throw new ImageStoreUnavailableException("a folder of limen.images.roots can't be read now", e);
        }
    }
}
