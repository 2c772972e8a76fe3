package io.limen.explainer.adapter.djl.archive;

import io.limen.explainer.application.ModelRejectedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A TorchScript file seen from outside: a zip archive with code and weights. It is checked in Java before libtorch sees
 * it, for two reasons: the messages are clearer, and libtorch loads flipped weight bytes without a word.
 */
public final class TorchScriptArchive {

    private static final byte[] ZIP_MAGIC = {'P', 'K', 3, 4};

    private TorchScriptArchive() {}

    /**
     * Checks structure and checksums; reads the file once.
     *
     * @throws ModelRejectedException one line that says what the file is instead
     */
    public static void check(Path file) throws ModelRejectedException {
        String name = String.valueOf(file.getFileName());
        if (!Files.isRegularFile(file)) {
            throw new ModelRejectedException(name + " is not there, or is no file");
        }
        try {
            checkMagic(file, name);
            long files = ArchiveEnd.files(file);
            try (ZipFile archive = new ZipFile(file.toFile())) {
                if (archive.size() != files) {
                    throw new IOException("its directory has not as many files as its end says");
                }
                checkContent(archive, file, name);
            }
        } catch (IOException e) {
            throw new ModelRejectedException(name + " is damaged or cut short: " + e.getMessage(), e);
        }
    }

    private static void checkMagic(Path file, String name) throws IOException, ModelRejectedException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(ZIP_MAGIC.length);
            if (!java.util.Arrays.equals(start, ZIP_MAGIC)) {
                throw new ModelRejectedException(
                        name + " is no TorchScript file: it does not start like a zip archive");
            }
        }
    }

    private static void checkContent(ZipFile archive, Path file, String name)
            throws IOException, ModelRejectedException {
        ArchiveContents contents = new ArchiveContents(name, Files.size(file));
        for (ZipEntry entry : Collections.list(archive.entries())) {
            contents.declare(entry);
        }
        for (ZipEntry entry : Collections.list(archive.entries())) {
            checkBytes(archive, entry, name);
        }
        contents.requireCode();
    }

    private static void checkBytes(ZipFile archive, ZipEntry entry, String name)
            throws IOException, ModelRejectedException {
        CRC32 checksum = new CRC32();
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        try (InputStream in = archive.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0 && bytes <= entry.getSize(); read = in.read(buffer)) {
                checksum.update(buffer, 0, read);
                bytes += read;
            }
        }
        if (bytes != entry.getSize()) {
            throw new ModelRejectedException(
                    name + " is damaged: " + entry.getName() + " is not as large as the archive says");
        }
        if (checksum.getValue() != entry.getCrc()) {
            throw new ModelRejectedException(name + " is damaged: the checksum of " + entry.getName() + " is wrong");
        }
    }
}
