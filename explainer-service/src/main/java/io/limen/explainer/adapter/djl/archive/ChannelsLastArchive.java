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

    /** Texts of a model's classes are some kilobytes; larger ones are not written by libtorch. */
    private static final int MAX_TEXT = 1 << 24;

    /** What libtorch writes next to a class's text: positions in the text as it was. */
    private static final String POSITIONS = ".debug_pkl";

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
            Optional<ZipEntry> root = rootText(archive);
            if (root.isEmpty()) {
                return false;
            }
            String text = new String(bytes(archive, root.get()), StandardCharsets.UTF_8);
            Optional<String> extended =
                    ForwardTwin.addTo(text, rootClass(archive).name());
            if (extended.isEmpty()) {
                return false;
            }
            write(archive, root.get(), extended.get().getBytes(StandardCharsets.UTF_8), copy);
            return true;
        }
    }

    private static void write(ZipFile archive, ZipEntry root, byte[] text, OutputStream copy) throws IOException {
        try (AlignedZip zip = new AlignedZip(copy)) {
            for (ZipEntry entry : Collections.list(archive.entries())) {
                if (entry.getName().equals(root.getName())) {
                    zip.add(entry.getName(), text);
                } else if (!entry.getName().equals(root.getName() + POSITIONS)) {
                    try (InputStream content = archive.getInputStream(entry)) {
                        zip.add(entry, content);
                    }
                }
            }
        }
    }

    private static Optional<ZipEntry> rootText(ZipFile archive) throws IOException {
        RootClass root = rootClass(archive);
        String wanted = "/code/" + root.module().replace('.', '/') + ".py";
        return find(archive, wanted);
    }

    private static RootClass rootClass(ZipFile archive) throws IOException {
        ZipEntry pickle = find(archive, "/data.pkl").orElseThrow(() -> new IOException("no data.pkl"));
        return RootClass.in(bytes(archive, pickle));
    }

    private static Optional<ZipEntry> find(ZipFile archive, String end) {
        for (ZipEntry entry : Collections.list(archive.entries())) {
            if (entry.getName().endsWith(end)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    private static byte[] bytes(ZipFile archive, ZipEntry entry) throws IOException {
        try (InputStream in = archive.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(MAX_TEXT + 1);
            if (bytes.length > MAX_TEXT) {
                throw new IOException(entry.getName() + " is larger than " + MAX_TEXT + " bytes");
            }
            return bytes;
        }
    }
}
