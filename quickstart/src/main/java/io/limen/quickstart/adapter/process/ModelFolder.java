package io.limen.quickstart.adapter.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A model repository as the user names it.
 *
 * @param path an existing folder
 */
public record ModelFolder(Path path) {

    /** True when there is a {@code <model>/<version>/model.yaml} in it; links are followed, as the explainer does. */
    public boolean holdsAModel() {
        return foldersIn(path).stream()
                .flatMap(model -> foldersIn(model).stream())
                .anyMatch(version -> Files.isRegularFile(version.resolve("model.yaml")));
    }

    private static List<Path> foldersIn(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory).toList();
        } catch (IOException unreadable) {
            return List.of(); // nor could the explainer read a model there
        }
    }
}
