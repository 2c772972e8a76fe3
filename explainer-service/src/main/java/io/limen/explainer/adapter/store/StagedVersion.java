package io.limen.explainer.adapter.store;

import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.Sha256;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A version of a model in the making: a hidden folder beside its place, which no repository looks into, moved there in
 * one step. What was not published is removed.
 */
final class StagedVersion implements AutoCloseable {

    private final Path version;
    private final ModelFolder staging;

    private StagedVersion(Path version, ModelFolder staging) {
        this.version = version;
        this.staging = staging;
    }

    static StagedVersion beside(Path version) throws IOException {
        // Not a temporary folder: those are closed to other users, and a service must read the version.
        Path hidden = version.resolveSibling("." + version.getFileName() + "-" + UUID.randomUUID());
        Files.createDirectories(version.getParent());
        return new StagedVersion(version, new ModelFolder(Files.createDirectory(hidden)));
    }

    /** @throws ModelRejectedException when the file changed since it was hashed */
    void copyModel(Path file, String sha256) throws IOException, ModelRejectedException {
        Files.copy(file, staging.modelFile());
        if (!Sha256.of(staging.modelFile()).equals(sha256)) {
            throw new ModelRejectedException(file.getFileName() + " changed while it was registered");
        }
    }

    /** The bank as model.yaml names it: where it lies, when that is inside the repository, else a copy. */
    String bank(DonorImages donors, Path repository) throws IOException, ModelRejectedException {
        Path real = donors.folder().toRealPath();
        if (real.startsWith(repository.toRealPath())) {
            return version.getParent()
                    .toRealPath()
                    .resolve(version.getFileName())
                    .relativize(real)
                    .toString();
        }
        Path copy = Files.createDirectory(staging.path().resolve("bank"));
        List<Path> files = donors.files();
        for (Path file : files) {
            Files.copy(file, copy.resolve(file.getFileName()));
        }
        return "bank";
    }

    void describe(ModelYaml yaml) throws IOException {
        staging.writeYaml(yaml);
    }

    /** @throws ModelRejectedException when someone else was faster */
    void publish() throws IOException, ModelRejectedException {
        try {
            Files.move(staging.path(), version, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (Files.exists(version)) {
                throw new ModelRejectedException("the version was registered by someone else meanwhile", e);
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(staging.path())) {
            try (Stream<Path> tree = Files.walk(staging.path())) {
                for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
