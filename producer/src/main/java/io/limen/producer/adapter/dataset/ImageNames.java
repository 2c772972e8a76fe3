package io.limen.producer.adapter.dataset;

import io.limen.producer.application.FolderFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which files of a folder are images, by extension or, where that says nothing, by how they begin. What is called an image
 * and is none is left for the decoder to name.
 *
 * @param images names of images and masks
 * @param companions names of texts, tables and archives, such as come with data sets
 */
record ImageNames(List<String> images, List<String> companions) {

    private static final Set<String> IMAGE_EXTENSIONS =
            Set.of("png", "jpg", "jpeg", "jpe", "tif", "tiff", "bmp", "dib", "gif");

    /** PNG, JPEG, GIF, and TIFF of both byte orders; the two letters of BMP are the beginning of too much else. */
    private static final List<String> BEGINNINGS = List.of("\u0089PNG", "\u00ff\u00d8\u00ff", "GIF8", "II*\0", "MM\0*");

    static ImageNames of(FolderFiles files) {
        Map<Boolean, List<String>> parts =
                files.names().stream().collect(Collectors.partitioningBy(name -> isImage(files, name)));
        return new ImageNames(parts.get(true), parts.get(false));
    }

    private static boolean isImage(FolderFiles files, String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return IMAGE_EXTENSIONS.contains(extension) || beginsLikeAnImage(files.path(name));
    }

    private static boolean beginsLikeAnImage(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            String beginning = new String(stream.readNBytes(4), StandardCharsets.ISO_8859_1);
            return BEGINNINGS.stream().anyMatch(beginning::startsWith);
        } catch (IOException e) {
            return false;
        }
    }
}
