package io.limen.explainer.adapter.djl;

import io.limen.explainer.application.ModelDescription.Normalisation;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.Image;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * A batch of copies of one image in memory that libtorch reads without copying: float32, [slots, channels, height,
 * width], row-major, normalised. A slot differs from the image in at most one block; writing the next block into a slot
 * first restores the last one, so that an intervention costs two blocks and not an image.
 */
final class BatchBuffer {

    private final Image image;
    private final Normalisation normalisation;
    private final float[] base;
    private final ByteBuffer bytes;
    private final FloatBuffer values;
    private final Block[] treated;

    /**
     * @param memory direct, native order, of {@link #bytesFor} bytes or more; what it holds is overwritten
     * @param slots copies of the image, 1 or more
     */
    BatchBuffer(Image image, Normalisation normalisation, ByteBuffer memory, int slots) {
        this.image = image;
        this.normalisation = normalisation;
        this.bytes = memory;
        this.values = memory.asFloatBuffer();
        this.treated = new Block[slots];
        this.base = image.pixels().clone();
        Normalising.planes(base, image.channels(), normalisation);
        for (int slot = 0; slot < slots; slot++) {
            values.put(slot * base.length, base);
        }
    }

    /** Direct memory for some copies of an image. */
    static ByteBuffer allocate(Image image, int slots) {
        return ByteBuffer.allocateDirect(bytesFor(image, slots)).order(ByteOrder.nativeOrder());
    }

    /** Bytes that some copies of an image take. */
    static int bytesFor(Image image, int slots) {
        return Math.toIntExact((long) Float.BYTES * slots * image.pixels().length);
    }

    /**
     * Puts a donor patch into a slot and restores what the slot's last intervention overwrote.
     *
     * @param patch [channels, side, side], values in [0,1]; what hangs over the image's border is left out
     * @param side rows and columns of the patch, pixels, at least the block's
     */
    void treat(int slot, Block block, float[] patch, int side) {
        restore(slot);
        treated[slot] = block;
        for (int channel = 0; channel < image.channels(); channel++) {
            for (int row = 0; row < block.height(); row++) {
                int start = (channel * side + row) * side;
                float[] line = Arrays.copyOfRange(patch, start, start + block.width());
                Normalising.line(line, 0, line.length, channel, normalisation);
                values.put(slot * base.length + offset(channel, block, row), line);
            }
        }
    }

    /** Some images of the batch. */
    ByteBuffer slots(int from, int images) {
        int size = Float.BYTES * base.length;
        return bytes.slice(from * size, images * size).order(ByteOrder.nativeOrder());
    }

    /** The memory, to be used again. */
    ByteBuffer memory() {
        return bytes;
    }

    private void restore(int slot) {
        Block block = treated[slot];
        if (block == null) {
            return;
        }
        for (int channel = 0; channel < image.channels(); channel++) {
            for (int row = 0; row < block.height(); row++) {
                int start = offset(channel, block, row);
                values.put(slot * base.length + start, base, start, block.width());
            }
        }
    }

    private int offset(int channel, Block block, int row) {
        return (channel * image.height() + block.y() + row) * image.width() + block.x();
    }
}
