package io.limen.producer.adapter.dicom.pixel;

import io.limen.producer.adapter.dicom.element.UnusableDicom;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The run-length coding of PS3.5, annex G: each byte of each sample is a plane of its own, coded by PackBits, which is a few
 * lines; no library that decodes it takes DICOM's arrangement.
 */
final class RunLengths {

    private static final int HEADER = 64;
    private static final int MOST_SEGMENTS = 15;

    private RunLengths() {}

    /** The samples' bytes, [row, column, sample, byte], the lower byte first. */
    static byte[] decode(byte[] frame, PixelDescription description) throws UnusableDicom {
        int samples = description.photometric().samples();
        int bytes = Math.max(1, description.bits().allocated() / Byte.SIZE);
        int segments = samples * bytes;
        if (frame.length < HEADER) {
            throw new UnusableDicom("truncated DICOM file: no run lengths");
        }
        ByteBuffer header = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
        if (header.getInt() != segments || segments > MOST_SEGMENTS) {
            throw new UnusableDicom("damaged DICOM file: run lengths of another number of planes");
        }
        byte[] decoded = new byte[description.pixels() * segments];
        for (int segment = 0; segment < segments; segment++) {
            long start = header.getInt(Integer.BYTES * (segment + 1)) & 0xFFFF_FFFFL;
            int place = segment / bytes * bytes + (bytes - 1 - segment % bytes);
            if (start < HEADER || start > frame.length) {
                throw new UnusableDicom("damaged DICOM file: run lengths out of bounds");
            }
            unpack(frame, (int) start, decoded, place, segments);
        }
        return decoded;
    }

    /** Unpacks until a plane is full: at every {@code step}-th byte from {@code place} on. */
    private static void unpack(byte[] packed, int start, byte[] unpacked, int place, int step) throws UnusableDicom {
        int from = start;
        int to = place;
        while (to < unpacked.length) {
            if (from + 1 >= packed.length) {
                throw new UnusableDicom("truncated DICOM file: its run lengths end too early");
            }
            int control = packed[from++];
            if (control == Byte.MIN_VALUE) {
                continue;
            }
            boolean run = control < 0;
            int count = run ? 1 - control : control + 1;
            if (!run && from + count > packed.length) {
                throw new UnusableDicom("truncated DICOM file: its run lengths end too early");
            }
            for (int i = 0; i < count && to < unpacked.length; i++, to += step) {
                unpacked[to] = packed[run ? from : from + i];
            }
            from += run ? 1 : count;
        }
    }
}
