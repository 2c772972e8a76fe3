package io.limen.producer.adapter.dicom.pixel;

import io.limen.producer.adapter.dicom.element.Attribute;
import io.limen.producer.adapter.dicom.element.DataSet;
import io.limen.producer.adapter.dicom.element.UnusableDicom;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * How the pixels of a file are to be understood (PS3.3, C.7.6.3).
 *
 * @param rows height in pixels, 1 or more
 * @param columns width in pixels, 1 or more
 * @param frames number of images, 1 or more
 * @param photometric what the samples of a pixel mean
 * @param planar whether each colour's samples lie together
 * @param bits how a sample is stored
 */
public record PixelDescription(
        int rows, int columns, int frames, Photometric photometric, boolean planar, StoredBits bits) {

    /** More than a study of any modality has, and still few enough to be listed. */
    private static final int MOST_FRAMES = 100_000;

    /** What the samples of a pixel mean (PS3.3, C.7.6.3.1.2). */
    public enum Photometric {
        MONOCHROME1,
        MONOCHROME2,
        PALETTE_COLOR,
        RGB,
        YBR_FULL,
        YBR_FULL_422,
        YBR_ICT,
        YBR_RCT;

        int samples() {
            return ordinal() < RGB.ordinal() ? 1 : 3;
        }

        boolean isGray() {
            return this == MONOCHROME1 || this == MONOCHROME2;
        }
    }

    /** Reads and checks the description; memory is taken by nobody before. */
    public static PixelDescription of(DataSet header, long mostPixels) throws UnusableDicom {
        int rows = required(header, Attribute.ROWS);
        int columns = required(header, Attribute.COLUMNS);
        if (rows == 0 || columns == 0) {
            throw new UnusableDicom("image of " + columns + "x" + rows + " pixels");
        }
        if ((long) rows * columns > mostPixels) {
            throw new UnusableDicom("image of " + columns + "x" + rows + " pixels, the limit is "
                    + mostPixels / 1_000_000 + " megapixels");
        }
        int frames = header.integer(Attribute.NUMBER_OF_FRAMES).orElse(1);
        if (frames < 1 || frames > MOST_FRAMES) {
            throw new UnusableDicom("of " + frames + " frames; Limen takes 1 to " + MOST_FRAMES);
        }
        Photometric photometric = photometric(header);
        boolean planar = header.unsigned(Attribute.PLANAR_CONFIGURATION).orElse(0) == 1 && photometric.samples() > 1;
        StoredBits bits = StoredBits.of(header);
        if (bits.signed() && photometric.samples() > 1) {
            throw new UnusableDicom("damaged DICOM header: colours below zero");
        }
        return new PixelDescription(rows, columns, frames, photometric, planar, bits);
    }

    private static Photometric photometric(DataSet header) throws UnusableDicom {
        String name = header.text(Attribute.PHOTOMETRIC_INTERPRETATION).orElse("that is missing");
        Photometric photometric = Arrays.stream(Photometric.values())
                .filter(known -> known.name().equals(name.replace(' ', '_')))
                .findFirst()
                .orElseThrow(() -> new UnusableDicom("of a photometric interpretation that Limen does not know"));
        int samples = header.unsigned(Attribute.SAMPLES_PER_PIXEL).orElse(1);
        if (samples != photometric.samples()) {
            throw new UnusableDicom(samples + " samples a pixel as " + photometric);
        }
        return photometric;
    }

    private static int required(DataSet header, Attribute attribute) throws UnusableDicom {
        OptionalInt value = header.unsigned(attribute);
        return value.orElseThrow(() -> new UnusableDicom("damaged DICOM header: no " + attribute));
    }

    /** Pixels of one frame. */
    public int pixels() {
        return rows * columns;
    }

    /** Samples of one frame. */
    public int samples() {
        return pixels() * photometric.samples();
    }
}
