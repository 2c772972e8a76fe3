package io.limen.producer.application;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Files under a folder, sub-folders included, that no source has claimed yet.
 *
 * @param folder the folder
 * @param names relative to the folder, parts separated by {@code /}, sorted; hidden files are not among them
 */
public record FolderFiles(Path folder, List<String> names) {

    public FolderFiles {
        Objects.requireNonNull(folder, "folder");
        names = List.copyOf(names);
    }

    /** Where the file of a name lies. */
    public Path path(String name) {
        return folder.resolve(name);
    }

    /** The files that are left once a source has claimed some. */
    public FolderFiles without(Set<String> claimed) {
        return new FolderFiles(
                folder, names.stream().filter(name -> !claimed.contains(name)).toList());
    }
}
