package io.limen.producer.adapter.dataset;

import io.limen.producer.application.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of a folder, by name relative to it, parts separated by {@code /}, sorted. Hidden files are passed over.
 *
 * @param folder the folder
 * @param files what may be images, whatever the extension: the decoder looks at the content
 * @param companions texts, tables and archives, such as come with data sets
 */
record FolderListing(Path folder, List<String> files, List<String> companions) {

    private static final Set<String> COMPANION_EXTENSIONS = Set.of(
            "txt", "md", "csv", "tsv", "json", "xml", "yaml", "yml", "html", "pdf", "xlsx", "ini", "db", "npy", "npz",
            "zip");

    /** Nothing, for a folder that is not there. */
    static FolderListing none(Path folder) {
        return new FolderListing(folder, List.of(), List.of());
    }

    /** Lists a folder and, to a depth, its sub-folders; depth 1 is the folder itself. */
    static FolderListing of(Path folder, int depth) {
        try {
            Path real = folder.toRealPath();
            try (Stream<Path> walk = Files.walk(real, depth)) {
                List<String> names = walk.filter(Files::isRegularFile)
                        .map(file -> real.relativize(file).toString().replace('\\', '/'))
                        .filter(name -> !name.startsWith(".") && !name.contains("/."))
                        .sorted()
                        .toList();
                return new FolderListing(
                        real,
                        names.stream().filter(name -> !isCompanion(name)).toList(),
                        names.stream().filter(FolderListing::isCompanion).toList());
            }
        } catch (IOException | UncheckedIOException e) {
            throw new BadInput("can't read the folder " + folder);
        }
    }

    private static boolean isCompanion(String name) {
        return COMPANION_EXTENSIONS.contains(
                name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}
