package io.limen.explainer.adapter.djl;

import io.limen.explainer.application.Sha256;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Means of components over donor images as small files: the number of components, and for each its number, its number of
 * channels (int32) and their means (float32), big-endian.
 *
 * @param made where they are kept
 */
record MeansOnDisk(MadeOfModel made) {

    private static final String ENDING = ".means";

    /** The means that an earlier process found. */
    Optional<Map<Integer, float[]>> find(KeptMeans.Key key) {
        return made.find(name(key), ENDING).flatMap(MeansOnDisk::read);
    }

    /** Where they can't be written, the next process finds them itself. */
    void keep(KeptMeans.Key key, Map<Integer, float[]> means) {
        if (made.files().isEmpty()) {
            return;
        }
        try {
            Path draft = made.draft();
            try {
                write(means, draft);
                made.keep(draft, name(key), ENDING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException unwritable) {
            // As said.
        }
    }

    private String name(KeptMeans.Key key) {
        String all = key + " " + made.circumstances();
        return "means-" + Sha256.of(all.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(Map<Integer, float[]> means, Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(means.size());
            for (Map.Entry<Integer, float[]> one : means.entrySet()) {
                out.writeInt(one.getKey());
                out.writeInt(one.getValue().length);
                for (float mean : one.getValue()) {
                    out.writeFloat(mean);
                }
            }
        }
    }

    private static Optional<Map<Integer, float[]>> read(Path file) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            Map<Integer, float[]> means = new HashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                int site = in.readInt();
                float[] channels = new float[in.readInt()];
                for (int i = 0; i < channels.length; i++) {
                    channels[i] = in.readFloat();
                }
                means.put(site, channels);
            }
            return Optional.of(means);
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
