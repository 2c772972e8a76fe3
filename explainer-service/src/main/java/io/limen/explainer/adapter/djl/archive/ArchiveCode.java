package io.limen.explainer.adapter.djl.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The code of an archive.
 *
 * @param folder where it lies, with a slash behind it
 * @param root the class of the whole model
 * @param texts by the name of their entry
 */
record ArchiveCode(String folder, RootClass root, Map<String, String> texts) {

    /** What libtorch writes next to a class's text: positions in the text as it was. */
    static final String POSITIONS = ".debug_pkl";

    static final String CODE = "code/";
    private static final String SUFFIX = ".py";

    /** Reads an archive whose structure was checked. */
    static ArchiveCode of(ZipFile archive) throws IOException {
        ZipEntry pickle = Collections.list(archive.entries()).stream()
                .filter(entry -> entry.getName().matches("[^/]+/data\\.pkl"))
                .findFirst()
                .orElseThrow(() -> new IOException("no data.pkl"));
        String name = pickle.getName();
        String folder = name.substring(0, name.lastIndexOf('/') + 1) + CODE;
        Map<String, String> texts = new TreeMap<>();
        int left = ArchiveLimits.MOST_CODE;
        for (ZipEntry entry : Collections.list(archive.entries())) {
            if (entry.getName().startsWith(folder) && entry.getName().endsWith(SUFFIX)) {
                byte[] bytes = bytes(archive, entry, left);
                left -= bytes.length;
                texts.put(entry.getName(), new String(bytes, StandardCharsets.UTF_8));
            }
        }
        return new ArchiveCode(folder, RootClass.in(bytes(archive, pickle, ArchiveLimits.MOST_PICKLE)), texts);
    }

    /** The entry with the text of the class of the whole model. */
    String rootEntry() {
        return folder + root.module().replace('.', '/') + SUFFIX;
    }

    /** The module that an entry holds the text of. */
    String module(String entry) {
        return entry.substring(folder.length(), entry.length() - SUFFIX.length())
                .replace('/', '.');
    }

    private static byte[] bytes(ZipFile archive, ZipEntry entry, int most) throws IOException {
        try (InputStream in = archive.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new IOException(entry.getName() + " is too large");
            }
            return bytes;
        }
    }
}
