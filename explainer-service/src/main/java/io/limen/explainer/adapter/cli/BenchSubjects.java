package io.limen.explainer.adapter.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which models are measured on which images.
 *
 * @param models files or folders
 * @param images every model gets each of them
 * @param references ground truth, one per image or none at all
 * @param bank where donors come from; empty: from where each model.yaml says
 */
record BenchSubjects(List<Path> models, List<Path> images, List<Path> references, Optional<Path> bank) {

    BenchSubjects {
        models = List.copyOf(models);
        images = List.copyOf(images);
        references = List.copyOf(references);
    }

    /**
     * The demo's models, on the first picture of their bank: it is left out of the donors when it is explained.
     *
     * @param repository the demo's model repository; empty when this program does not lie beside one
     */
    static BenchSubjects demo(Optional<Path> repository) throws UserMistakeException {
        Path folder = repository
                .filter(Files::isDirectory)
                .orElseThrow(() -> new UserMistakeException(
                        "the demo models are not here: name what to measure with --model and --image"));
        try (Stream<Path> versions = Files.find(folder, 3, (path, kind) -> path.endsWith("model.yaml"));
                Stream<Path> pictures = Files.list(folder.resolve("bank"))) {
            List<Path> models = versions.map(Path::getParent).sorted().toList();
            List<Path> images = pictures.sorted().limit(1).toList();
            UserMistakeException.require(
                    !models.isEmpty() && !images.isEmpty(), "there are no demo models in " + folder);
            return new BenchSubjects(models, images, List.of(), Optional.empty());
        } catch (IOException e) {
            throw new UserMistakeException("the demo models can't be read in " + folder, e);
        }
    }

    Optional<Path> reference(int image) {
        return references.isEmpty() ? Optional.empty() : Optional.of(references.get(image));
    }
}
