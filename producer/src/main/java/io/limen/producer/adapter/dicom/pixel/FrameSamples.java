package io.limen.producer.adapter.dicom.pixel;

import io.limen.producer.adapter.dicom.element.TransferSyntax;
import io.limen.producer.adapter.dicom.element.UnusableDicom;
import io.limen.producer.adapter.dicom.pixel.PixelDescription.Photometric;
import java.io.IOException;
import java.nio.ByteOrder;

/** Decodes the bytes of a frame to samples, whatever they mean. */
public final class FrameSamples {

    private final TransferSyntax syntax;
    private final PixelDescription description;

    public FrameSamples(TransferSyntax syntax, PixelDescription description) {
        this.syntax = syntax;
        this.description = description;
    }

    /**
     * The samples as they are stored, before bits that don't count are masked out.
     *
     * @return unsigned numbers, [row, column, sample], row-major
     */
    public int[] decode(byte[] frame) throws IOException, UnusableDicom {
        return switch (syntax.coding()) {
            case NATIVE, NATIVE_IN_FRAGMENTS -> interleaved(nativeSamples(frame));
            case RLE -> interleaved(numbers(RunLengths.decode(frame, description), ByteOrder.LITTLE_ENDIAN));
            case JPEG -> CodedImages.jpeg(frame, description);
            case JPEG_2000 -> CodedImages.jpeg2000(frame, description);
        };
    }

    private int[] nativeSamples(byte[] frame) throws UnusableDicom {
        if (description.photometric() == Photometric.YBR_FULL_422) {
            return halfChroma(frame);
        }
        return numbers(frame, syntax.order());
    }

    private int[] numbers(byte[] frame, ByteOrder order) throws UnusableDicom {
        int[] samples = new int[description.samples()];
        int bytes = description.bits().allocated() / Byte.SIZE;
        if (bytes == 0) {
            throw new UnusableDicom("an image of single bits, and Limen takes such in segmentations only");
        }
        if (frame.length < (long) samples.length * bytes) {
            throw new UnusableDicom("truncated DICOM file: " + frame.length + " bytes of pixels instead of "
                    + (long) samples.length * bytes);
        }
        int low = order == ByteOrder.BIG_ENDIAN ? 1 : 0;
        for (int i = 0; i < samples.length; i++) {
            samples[i] = bytes == 1
                    ? Byte.toUnsignedInt(frame[i])
                    : Byte.toUnsignedInt(frame[2 * i + low]) | Byte.toUnsignedInt(frame[2 * i + 1 - low]) << Byte.SIZE;
        }
        return samples;
    }

    /** Two pixels as Y Y Cb Cr (PS3.3, C.7.6.3.1.2). */
    private int[] halfChroma(byte[] frame) throws UnusableDicom {
        if (description.bits().allocated() != Byte.SIZE || description.columns() % 2 != 0 || description.planar()) {
            throw new UnusableDicom("YBR_FULL_422 of an odd width, in planes or of more than 8 bits");
        }
        if (frame.length < 2 * description.pixels()) {
            throw new UnusableDicom("truncated DICOM file: " + frame.length + " bytes of pixels");
        }
        int[] samples = new int[description.samples()];
        for (int pixel = 0; pixel < description.pixels(); pixel++) {
            int pair = pixel / 2 * 4;
            samples[3 * pixel] = Byte.toUnsignedInt(frame[pair + pixel % 2]);
            samples[3 * pixel + 1] = Byte.toUnsignedInt(frame[pair + 2]);
            samples[3 * pixel + 2] = Byte.toUnsignedInt(frame[pair + 3]);
        }
        return samples;
    }

    private int[] interleaved(int[] samples) {
        if (!description.planar() || syntax.coding() == TransferSyntax.Coding.RLE) {
            return samples;
        }
        int[] interleaved = new int[samples.length];
        int pixels = description.pixels();
        int bands = description.photometric().samples();
        for (int i = 0; i < samples.length; i++) {
            interleaved[i % pixels * bands + i / pixels] = samples[i];
        }
        return interleaved;
    }
}
