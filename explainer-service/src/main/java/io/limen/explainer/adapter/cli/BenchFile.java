package io.limen.explainer.adapter.cli;

import io.limen.explainer.application.ExplanationDocuments.Document;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The file that the figures go to; what it is follows from its name.
 *
 * @param path ends in .json or .md
 */
record BenchFile(Path path) {

    /** @throws UserMistakeException when it can't be written, or has another ending */
    static BenchFile prepare(Path path) throws UserMistakeException, IOException {
        UserMistakeException.require(
                json(path) || path.toString().endsWith(".md"), "--out: must end in .json or .md, is " + path);
        UserMistakeException.require(!Files.isDirectory(path), "--out: not a file: " + path);
        OutputFolder.prepare(folder(path)).close();
        return new BenchFile(path);
    }

    void write(BenchFigures figures) throws UserMistakeException, IOException {
        String content = json(path) ? new BenchJson(figures).render() : new BenchTable(figures).markdown();
        try (OutputFolder folder = OutputFolder.prepare(folder(path))) {
            folder.write(
                    List.of(new Document(path.getFileName().toString(), content.getBytes(StandardCharsets.UTF_8))));
        }
    }

    private static Path folder(Path path) {
        return path.toAbsolutePath().getParent();
    }

    private static boolean json(Path path) {
        return path.toString().endsWith(".json");
    }
}
