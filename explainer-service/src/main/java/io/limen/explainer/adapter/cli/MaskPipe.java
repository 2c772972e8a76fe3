package io.limen.explainer.adapter.cli;

import io.limen.explainer.application.ImageDecoder.UnreadableImageException;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.domain.image.Mask;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Images in, masks out. Says first that it is ready: the byte 2. Then, until the input ends: a length of 32 bits and an
 * encoded image are answered by the byte 0, height and width (32 bits each) and one bit a pixel, row-major, the first pixel in
 * the highest bit; or by the byte 1, a length of 32 bits and a line in UTF-8 that says why there is no mask. Numbers are big
 * endian.
 */
final class MaskPipe {

    static final int MASK = 0;
    static final int REFUSED = 1;
    static final int READY = 2;

    /** As large as the images that files may hold. */
    private static final int LARGEST_IMAGE = 256 * 1024 * 1024;

    private final Segmenter segmenter;
    private final DataInputStream in;
    private final DataOutputStream out;

    MaskPipe(Segmenter segmenter, DataInputStream in, DataOutputStream out) {
        this.segmenter = segmenter;
        this.in = in;
        this.out = new DataOutputStream(new BufferedOutputStream(out));
    }

    /** Makes a mask of an encoded image. */
    interface Segmenter {
        Mask segment(byte[] image) throws UnreadableImageException, ModelRejectedException;
    }

    /** Answers until there is nothing more to read. */
    void serve() throws IOException {
        out.writeByte(READY);
        out.flush();
        for (int length = nextLength(); length >= 0; length = nextLength()) {
            answer(in.readNBytes(length));
            out.flush();
        }
    }

    private int nextLength() throws IOException {
        byte[] length = in.readNBytes(Integer.BYTES);
        if (length.length < Integer.BYTES) {
            return -1;
        }
        int bytes = java.nio.ByteBuffer.wrap(length).getInt();
        if (bytes < 0 || bytes > LARGEST_IMAGE) {
            throw new IOException("an image of " + bytes + " bytes");
        }
        return bytes;
    }

    private void answer(byte[] image) throws IOException {
        try {
            write(segmenter.segment(image));
        } catch (UnreadableImageException | ModelRejectedException e) {
            byte[] line = String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8);
            out.writeByte(REFUSED);
            out.writeInt(line.length);
            out.write(line);
        }
    }

    private void write(Mask mask) throws IOException {
        out.writeByte(MASK);
        out.writeInt(mask.height());
        out.writeInt(mask.width());
        int pixels = mask.height() * mask.width();
        byte[] bits = new byte[(pixels + Byte.SIZE - 1) / Byte.SIZE];
        for (int pixel = 0; pixel < pixels; pixel++) {
            if (mask.at(pixel / mask.width(), pixel % mask.width())) {
                bits[pixel / Byte.SIZE] |= (byte) (0x80 >>> pixel % Byte.SIZE);
            }
        }
        out.write(bits);
    }
}
