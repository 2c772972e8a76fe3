package io.limen.producer.adapter.dicom.source;

import io.limen.producer.adapter.dicom.element.Attribute;
import io.limen.producer.adapter.dicom.element.DicomFile;
import io.limen.producer.adapter.dicom.element.UnusableDicom;
import io.limen.producer.adapter.dicom.pixel.FrameBytes;
import io.limen.producer.adapter.dicom.pixel.FrameSamples;
import io.limen.producer.adapter.dicom.pixel.PixelDescription;
import io.limen.producer.domain.image.Mask;
import java.io.IOException;

/**
 * One frame of a segmentation: where one segment lies on one image.
 *
 * @param file the segmentation
 * @param frame which of its frames, from 0
 * @param series the series it is of
 */
record SegmentPlane(DicomFile file, int frame, String series) {

    /**
     * Adds the segment to a mask.
     *
     * @param foreground [row, column], row-major
     */
    void addTo(boolean[] foreground, int width, int height, long mostPixels) throws UnusableDicom {
        PixelDescription description = PixelDescription.of(file.header(), mostPixels);
        if (description.columns() != width || description.rows() != height) {
            throw new UnusableDicom("its segmentation is of %dx%d pixels, the image of %dx%d"
                    .formatted(description.columns(), description.rows(), width, height));
        }
        try {
            byte[] bytes = new FrameBytes(file, description).of(frame);
            if (description.bits().allocated() == 1) {
                addBits(foreground, bytes, (int) ((long) frame * description.pixels() % Byte.SIZE));
            } else {
                addFractions(foreground, new FrameSamples(file.syntax(), description).decode(bytes));
            }
        } catch (IOException e) {
            throw new UnusableDicom("its segmentation can't be read");
        }
    }

    /** The first pixel is the lowest bit (PS3.5, 8.1.1); frames follow each other without padding. */
    private static void addBits(boolean[] foreground, byte[] bits, int first) {
        for (int i = 0; i < foreground.length; i++) {
            int bit = first + i;
            foreground[i] |= (bits[bit / Byte.SIZE] >> bit % Byte.SIZE & 1) == 1;
        }
    }

    /** Half of the largest value and more is foreground. */
    private void addFractions(boolean[] foreground, int[] samples) {
        int largest = file.header().unsigned(Attribute.MAXIMUM_FRACTIONAL_VALUE).orElse(1);
        for (int i = 0; i < foreground.length; i++) {
            foreground[i] |= samples[i] > 0 && 2 * samples[i] >= largest;
        }
    }

    /** A mask of several planes. */
    static Mask union(Iterable<SegmentPlane> planes, int width, int height, long mostPixels) throws UnusableDicom {
        boolean[] foreground = new boolean[width * height];
        for (SegmentPlane plane : planes) {
            plane.addTo(foreground, width, height, mostPixels);
        }
        return new Mask(width, height, foreground);
    }
}
