package io.limen.producer.adapter.dicom.pixel;

import io.limen.producer.adapter.dicom.element.Attribute;
import io.limen.producer.adapter.dicom.element.DataSet;
import io.limen.producer.adapter.dicom.element.DicomFile;
import io.limen.producer.adapter.dicom.element.TransferSyntax;
import io.limen.producer.adapter.dicom.element.UnusableDicom;
import io.limen.producer.adapter.dicom.pixel.PixelDescription.Photometric;
import io.limen.producer.domain.grayscale.LookupTable;
import io.limen.producer.domain.image.Pixels;
import java.io.IOException;

/** A frame as a screen shows it. */
public final class FramePixels {

    private static final int WHITE = 255;

    private final DicomFile file;
    private final PixelDescription description;
    private final FrameBytes bytes;

    public FramePixels(DicomFile file, PixelDescription description) {
        this.file = file;
        this.description = description;
        this.bytes = new FrameBytes(file, description);
    }

    /** Reads and decodes a frame, 0 to the number of frames - 1. */
    public Pixels of(int frame) throws UnusableDicom {
        try {
            int[] samples = new FrameSamples(file.syntax(), description).decode(bytes.of(frame));
            return new Pixels(description.columns(), description.rows(), rgb(samples, frame));
        } catch (IOException e) {
            throw new UnusableDicom("can't be read");
        }
    }

    private int[] rgb(int[] samples, int frame) throws UnusableDicom {
        if (description.photometric().isGray()) {
            int[] gray = new GrayLevels(description, file.header(), frame).of(samples);
            for (int i = 0; i < gray.length; i++) {
                gray[i] = packed(gray[i], gray[i], gray[i]);
            }
            return gray;
        }
        return description.photometric() == Photometric.PALETTE_COLOR ? palette(samples) : colours(samples);
    }

    private int[] palette(int[] samples) throws UnusableDicom {
        boolean signed = description.bits().signed();
        DataSet header = file.header();
        LookupTable red = LookupTables.of(header, Attribute.RED_PALETTE_DESCRIPTOR, Attribute.RED_PALETTE_DATA, signed);
        LookupTable green =
                LookupTables.of(header, Attribute.GREEN_PALETTE_DESCRIPTOR, Attribute.GREEN_PALETTE_DATA, signed);
        LookupTable blue =
                LookupTables.of(header, Attribute.BLUE_PALETTE_DESCRIPTOR, Attribute.BLUE_PALETTE_DATA, signed);
        int[] rgb = new int[samples.length];
        for (int i = 0; i < rgb.length; i++) {
            int value = description.bits().value(samples[i]);
            rgb[i] = packed(level(red, value), level(green, value), level(blue, value));
        }
        return rgb;
    }

    private static int level(LookupTable table, int value) {
        return scaled(table.at(value), table.largest());
    }

    private int[] colours(int[] samples) throws UnusableDicom {
        boolean byDecoder =
                description.photometric() == Photometric.YBR_ICT || description.photometric() == Photometric.YBR_RCT;
        if (byDecoder && file.syntax().coding() != TransferSyntax.Coding.JPEG_2000) {
            throw new UnusableDicom(description.photometric() + " that is not JPEG 2000");
        }
        int largest = description.bits().largest();
        boolean luma = description.photometric() == Photometric.YBR_FULL
                || description.photometric() == Photometric.YBR_FULL_422;
        int[] rgb = new int[description.pixels()];
        for (int i = 0; i < rgb.length; i++) {
            int first = scaled(description.bits().value(samples[3 * i]), largest);
            int second = scaled(description.bits().value(samples[3 * i + 1]), largest);
            int third = scaled(description.bits().value(samples[3 * i + 2]), largest);
            rgb[i] = luma ? fromLuma(first, second - 128, third - 128) : packed(first, second, third);
        }
        return rgb;
    }

    /** Full-range YCbCr of ITU-R BT.601 (PS3.3, C.7.6.3.1.2). */
    private static int fromLuma(int y, int cb, int cr) {
        return packed(level(y + 1.402 * cr), level(y - 0.344136 * cb - 0.714136 * cr), level(y + 1.772 * cb));
    }

    private static int level(double value) {
        return (int) Math.rint(Math.max(0, Math.min(WHITE, value)));
    }

    private static int scaled(int value, int largest) {
        return largest == WHITE ? value : (int) Math.rint((double) WHITE * value / largest);
    }

    private static int packed(int red, int green, int blue) {
        return red << 16 | green << 8 | blue;
    }
}
