package io.limen.producer.adapter.dataset;

import io.limen.producer.application.BadInput;
import io.limen.producer.application.FolderFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Lists the files under a folder. Links are followed, hidden files and folders passed over. */
public final class FolderListing extends SimpleFileVisitor<Path> {

    /** Deeper than archives nest patients, studies and series. */
    private static final int DEPTH = 16;

    /** More than any data set has, and their names still fit in memory: a line for whoever gives the root of a disk. */
    private static final int MOST_FILES = 2_000_000;

    private final Path folder;
    private final List<String> names = new ArrayList<>();

    private FolderListing(Path folder) {
        this.folder = folder;
    }

    /**
     * Lists the folder.
     *
     * @throws BadInput if there is no such folder or it can't be read
     */
    public static FolderFiles of(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new BadInput((Files.exists(folder) ? "not a folder: " : "no such folder: ") + folder);
        }
        try {
            FolderListing listing = new FolderListing(folder.toRealPath());
            Files.walkFileTree(listing.folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEPTH, listing);
            listing.names.sort(null);
            return new FolderFiles(listing.folder, listing.names);
        } catch (IOException e) {
            throw new BadInput("can't read the folder " + folder);
        }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
        boolean hidden = !inner.equals(folder) && isHidden(inner);
        return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile() && !isHidden(file)) {
            names.add(folder.relativize(file).toString().replace(File.separatorChar, '/'));
        }
        if (names.size() > MOST_FILES) {
            throw new BadInput("more than " + MOST_FILES + " files in " + folder);
        }
        return FileVisitResult.CONTINUE;
    }

    /** A link back to where we came from leads to nothing new. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
        if (fault instanceof FileSystemLoopException) {
            return FileVisitResult.CONTINUE;
        }
        throw new BadInput("can't read " + file);
    }

    private static boolean isHidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }
}
