package io.limen.explainer.adapter.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The models of a folder that a person named. */
final class ModelsOnDisk {

    private ModelsOnDisk() {}

    /**
     * Every version of a model repository, or, of a folder without any model.yaml, its TorchScript files; sorted.
     *
     * @throws UserMistakeException when there is no model
     */
    static List<Path> in(Path folder) throws UserMistakeException {
        if (!Files.isDirectory(folder)) {
            throw new UserMistakeException("--models: not a folder: " + folder);
        }
        try (Stream<Path> versions = Files.find(folder, 3, (path, kind) -> path.endsWith("model.yaml"));
                Stream<Path> files = Files.list(folder)) {
            List<Path> described = versions.map(Path::getParent).sorted().toList();
            List<Path> found = described.isEmpty()
                    ? files.filter(file -> file.getFileName().toString().endsWith(".pt"))
                            .filter(Files::isRegularFile)
                            .sorted()
                            .toList()
                    : described;
            UserMistakeException.require(!found.isEmpty(), "--models: there is no model in " + folder);
            return found;
        } catch (IOException e) {
            throw new UserMistakeException("--models: can't read " + folder, e);
        }
    }
}
