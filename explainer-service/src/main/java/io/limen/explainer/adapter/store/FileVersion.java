package io.limen.explainer.adapter.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * Tells cheaply whether a file is still the one that was read.
 *
 * @param size bytes
 * @param modified last change
 * @param identity the file system's own key (inode), "null" where there is none: differs when a file was moved into place
 */
record FileVersion(long size, FileTime modified, String identity) {

    static FileVersion of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new FileVersion(attributes.size(), attributes.lastModifiedTime(), String.valueOf(attributes.fileKey()));
    }
}
