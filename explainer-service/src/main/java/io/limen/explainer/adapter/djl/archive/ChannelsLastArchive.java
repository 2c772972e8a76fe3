package io.limen.explainer.adapter.djl.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Copies a TorchScript file and gives its root module a second way in: a method that puts the input's channels last in
 * memory and goes on to {@code forward}. Convolutions then run in the order the processor likes best, with the same
 * weights, and {@code forward} stays what it was.
 */
public final class ChannelsLastArchive {

    /** The added method's name. */
    public static final String METHOD = ForwardTwin.METHOD;

    private ChannelsLastArchive() {}

    /**
     * Writes the copy.
     *
     * @param model a TorchScript file whose structure was checked
     * @return false when the root module's forward has no form that is understood; nothing is written then
     * @throws IOException when a file can't be read or written, or the archive's insides are not as libtorch writes them
     */
    public static boolean write(Path model, OutputStream copy) throws IOException {
        try (ZipFile archive = new ZipFile(model.toFile())) {
            ArchiveCode code = ArchiveCode.of(archive);
            String root = code.rootEntry();
            Optional<String> extended = Optional.ofNullable(code.texts().get(root))
                    .flatMap(text -> ForwardTwin.addTo(text, code.root().name()));
            if (extended.isEmpty()) {
                return false;
            }
            write(archive, root, extended.get().getBytes(StandardCharsets.UTF_8), copy);
            return true;
        }
    }

    private static void write(ZipFile archive, String root, byte[] text, OutputStream copy) throws IOException {
        try (AlignedZip zip = new AlignedZip(copy)) {
            for (ZipEntry entry : Collections.list(archive.entries())) {
                if (entry.getName().equals(root)) {
                    zip.add(entry.getName(), text);
                } else if (!entry.getName().equals(root + ArchiveCode.POSITIONS)) {
                    try (InputStream content = archive.getInputStream(entry)) {
                        zip.add(entry, content);
                    }
                }
            }
        }
    }
}
