package io.limen.explainer.adapter.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The images of one folder, by their names without the ending. */
final class ImageFolder {

    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff");

    private final String label;
    private final Map<String, Path> files;

    private ImageFolder(String label, Map<String, Path> files) {
        this.label = label;
        this.files = files;
    }

    /** Of a folder that may be missing. @throws IOException one line: it can't be read, or two files have one name */
    static ImageFolder of(Path folder) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> entries = Files.list(folder)) {
                for (Path file : entries.filter(ImageFolder::isImage).sorted().toList()) {
                    Path other = files.putIfAbsent(nameOf(file), file);
                    if (other != null) {
                        throw new IOException(folder + " holds " + other.getFileName() + " and " + file.getFileName()
                                + ": which is meant?");
                    }
                }
            }
        }
        return new ImageFolder(folder.getFileName().toString(), files);
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    /** What the folder is called. */
    String label() {
        return label;
    }

    /** Sorted. */
    List<String> names() {
        return List.copyOf(files.keySet());
    }

    Optional<Path> find(String name) {
        return Optional.ofNullable(files.get(name));
    }

    private static String nameOf(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static boolean isImage(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0
                && !name.startsWith(".")
                && ENDINGS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT))
                && Files.isRegularFile(file);
    }
}
