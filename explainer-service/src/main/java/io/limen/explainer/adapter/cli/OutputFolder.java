package io.limen.explainer.adapter.cli;

import io.limen.explainer.application.ExplanationDocuments.Document;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where results go. Files appear whole or not at all: all are written under temporary names, then renamed. A folder that
 * was made for results that never came is taken away again.
 */
final class OutputFolder implements AutoCloseable {

    private final Path folder;
    private final boolean created;

    private OutputFolder(Path folder, boolean created) {
        this.folder = folder;
        this.created = created;
    }

    /**
     * Makes the folder where there is none, and tries whether files can be written, before minutes are spent on results.
     *
     * @throws UserMistakeException when it is a file or can't be written
     */
    static OutputFolder prepare(Path folder) throws UserMistakeException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(folder)) {
            throw new UserMistakeException("--out: not a folder: " + folder);
        }
        boolean created = !Files.exists(folder);
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".limen", ".tmp"));
        } catch (IOException e) {
            throw new UserMistakeException("--out: can't write to " + folder, e);
        }
        return new OutputFolder(folder, created);
    }

    /** Writes the documents, replacing files of the same names. */
    List<Path> write(List<Document> documents) throws IOException {
        Map<Path, Path> targets = new LinkedHashMap<>();
        try {
            for (Document document : documents) {
                Path whole = folder.resolve(
                        "." + document.name() + "." + ProcessHandle.current().pid() + ".tmp");
                targets.put(whole, folder.resolve(document.name()));
                Files.write(whole, document.content());
            }
            for (Map.Entry<Path, Path> move : targets.entrySet()) {
                Files.move(
                        move.getKey(),
                        move.getValue(),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            for (Path whole : targets.keySet()) {
                Files.deleteIfExists(whole);
            }
        }
        return List.copyOf(targets.values());
    }

    @Override
    public void close() throws IOException {
        if (created) {
            try {
                Files.deleteIfExists(folder);
            } catch (DirectoryNotEmptyException resultsAreThere) {
                return;
            }
        }
    }
}
