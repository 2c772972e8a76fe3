package io.limen.explainer.adapter.store;

import io.limen.explainer.application.ImageDecoder;
import io.limen.explainer.application.ModelId;
import io.limen.explainer.application.ModelLoader;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.ModelRepository;
import io.limen.explainer.application.RepositoryUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Models in folders: {@code <root>/<model>/<version>/} with model.yaml and model.pt. Folders are looked at on every call,
 * so that a new version, or a changed file, is found while running; the first root that has the version wins. What was there
 * before and can't be read now is a passing fault.
 */
public final class FileModelRepository implements ModelRepository {

    private final List<Path> roots;
    private final ModelLoader loader;
    private final ImageDecoder decoder;
    private final Map<ModelId, ModelSlot> slots = new ConcurrentHashMap<>();

    /**
     * @param roots folders, searched in this order; one that is not there yet is as good as empty
     * @param loader loads model files
     * @param decoder reads the images of banks
     */
    public FileModelRepository(List<Path> roots, ModelLoader loader, ImageDecoder decoder) {
        this.roots = List.copyOf(roots);
        this.loader = loader;
        this.decoder = decoder;
    }

    @Override
    public RepositoryModel find(ModelId id) throws ModelRejectedException {
        for (Path root : roots) {
            Optional<Path> boundary = real(root);
            if (boundary.isPresent()) {
                Optional<ModelFolder> folder = folder(boundary.get(), id);
                if (folder.isPresent()) {
                    // A slot is made for what is on disk alone: names come from a topic.
                    ModelSlot slot = slots.computeIfAbsent(id, any -> new ModelSlot(loader, decoder));
                    return slot.load(folder.get(), id, boundary.get());
                }
            }
        }
        requireReadable(id);
        slots.remove(id);
        throw new ModelRejectedException("no model " + id + " in the model repository");
    }

    /** A root that went away, or a mount that left an empty folder behind, took its models along for a while only. */
    private void requireReadable(ModelId id) {
        List<Path> readable = roots.stream()
                .filter(root -> Files.isDirectory(root) && Files.isReadable(root))
                .toList();
        boolean vanished = slots.containsKey(id)
                && (readable.size() < roots.size()
                        || readable.stream().allMatch(root -> folders(root).isEmpty()));
        if (readable.isEmpty() || vanished) {
            throw new RepositoryUnavailableException("the model repository can't be read now", null);
        }
    }

    /** Every version that is on disk now, loadable or not, by name and version. */
    public List<ModelId> versions() {
        List<ModelId> versions = new ArrayList<>();
        for (Path root : roots) {
            for (Path model : folders(root)) {
                for (Path version : folders(model)) {
                    id(model, version)
                            .filter(id -> Files.isRegularFile(new ModelFolder(version).yamlFile()))
                            .ifPresent(versions::add);
                }
            }
        }
        return versions.stream().distinct().toList();
    }

    private static Optional<ModelFolder> folder(Path boundary, ModelId id) throws ModelRejectedException {
        ModelFolder folder = new ModelFolder(boundary.resolve(id.name()).resolve(id.version()));
        if (!Files.isRegularFile(folder.yamlFile())) {
            return Optional.empty();
        }
        for (Path file : List.of(folder.yamlFile(), folder.modelFile())) {
            Optional<Path> real = real(file);
            if (real.isPresent() && !real.get().startsWith(boundary)) {
                throw new ModelRejectedException(id + " is a link that leads out of the model repository");
            }
        }
        return Optional.of(folder);
    }

    private static Optional<Path> real(Path path) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static List<Path> folders(Path parent) {
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Optional<ModelId> id(Path model, Path version) {
        try {
            return Optional.of(new ModelId(
                    model.getFileName().toString(), version.getFileName().toString()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
