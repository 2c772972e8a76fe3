package io.limen.explainer.adapter.djl.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Copies a TorchScript file with its weights shuffled: within each tensor the values change places at random, so that a layer
 * keeps the distribution of its weights and loses all that it has learnt (the independent randomisation of Adebayo et al.
 * 2018, with the layer's own values for new ones). An explanation that comes out the same does not depend on the model.
 */
public final class ShuffledArchive {

    private static final Pattern TENSOR = Pattern.compile("[^/]+/data/[0-9]+");

    /** A tensor of two values or fewer is more likely a counter than a weight. */
    private static final int LEAST_BYTES = 3 * Float.BYTES;

    private ShuffledArchive() {}

    /**
     * Writes the copy.
     *
     * @param model a TorchScript file whose structure was checked
     * @return how many tensors were shuffled
     * @throws IOException when a file can't be read or written
     */
    public static int write(Path model, Path copy, long seed) throws IOException {
        Random random = new Random(seed);
        int shuffled = 0;
        try (ZipFile archive = new ZipFile(model.toFile());
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(copy));
                AlignedZip zip = new AlignedZip(out)) {
            for (ZipEntry entry : Collections.list(archive.entries())) {
                try (InputStream content = archive.getInputStream(entry)) {
                    if (TENSOR.matcher(entry.getName()).matches()) {
                        byte[] bytes = content.readAllBytes();
                        shuffled += shuffle(bytes, random) ? 1 : 0;
                        zip.add(entry.getName(), bytes);
                    } else {
                        zip.add(entry, content);
                    }
                }
            }
        }
        return shuffled;
    }

    private static boolean shuffle(byte[] bytes, Random random) {
        if (bytes.length < LEAST_BYTES || bytes.length % Float.BYTES != 0) {
            return false;
        }
        ByteBuffer tensor = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[bytes.length / Float.BYTES];
        tensor.asFloatBuffer().get(values);
        if (!areWeights(values)) {
            return false;
        }
        for (int i = values.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            float kept = values[i];
            values[i] = values[other];
            values[other] = kept;
        }
        tensor.asFloatBuffer().put(values);
        return true;
    }

    /** The type of a tensor is in the pickle, which is not read: whole numbers look like numbers too small for a weight. */
    private static boolean areWeights(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value) || value != 0 && Math.abs(value) < Float.MIN_NORMAL) {
                return false;
            }
        }
        return true;
    }
}
