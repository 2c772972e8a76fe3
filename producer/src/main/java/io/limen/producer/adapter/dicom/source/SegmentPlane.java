package io.limen.producer.adapter.dicom.source;

import io.limen.producer.adapter.dicom.element.DicomFile;
import io.limen.producer.adapter.dicom.element.TransferSyntax.Coding;
import io.limen.producer.adapter.dicom.element.UnusableDicom;
import io.limen.producer.adapter.dicom.pixel.FrameBytes;
import io.limen.producer.adapter.dicom.pixel.FrameSamples;
import io.limen.producer.adapter.dicom.pixel.PixelDescription;
import io.limen.producer.domain.image.Mask;
import java.io.IOException;
import java.util.Optional;

/**
 * One frame of a segmentation: where one segment lies on one image.
 *
 * @param content where the segmentation's pixels lie
 * @param frame which of its frames, from 0
 * @param place where it lies
 */
record SegmentPlane(Content content, int frame, Plane place) {

    /**
     * What is remembered of a segmentation.
     *
     * @param file the file without its header
     * @param description how its pixels are to be understood
     * @param largest the value that stands for a whole pixel, where there are parts of them
     * @param series the series it is of
     */
    record Content(DicomFile file, PixelDescription description, int largest, String series) {}

    /**
     * What a mask is to cover.
     *
     * @param width of the image, in pixels
     * @param height of the image, in pixels
     * @param place where the image lies
     */
    record Extent(int width, int height, Plane place) {}

    /** A mask of several planes. */
    static Mask union(Iterable<SegmentPlane> planes, Extent image) throws UnusableDicom {
        int width = image.width();
        int height = image.height();
        boolean[] foreground = new boolean[width * height];
        for (SegmentPlane plane : planes) {
            plane.checkPlace(image.place());
            plane.addTo(foreground, width, height);
        }
        return new Mask(width, height, foreground);
    }

    private void checkPlace(Plane image) throws UnusableDicom {
        Optional<String> difference = place.differenceFrom(image);
        if (difference.isPresent()) {
            throw new UnusableDicom("its segmentation has " + difference.get() + " than the image");
        }
    }

    private void addTo(boolean[] foreground, int width, int height) throws UnusableDicom {
        PixelDescription description = content.description();
        if (description.columns() != width || description.rows() != height) {
            throw new UnusableDicom("its segmentation is of %dx%d pixels, the image of %dx%d"
                    .formatted(description.columns(), description.rows(), width, height));
        }
        try {
            byte[] bytes = new FrameBytes(content.file(), description).of(frame);
            if (description.bits().allocated() > 1) {
                addFractions(foreground, new FrameSamples(content.file().syntax(), description).decode(bytes));
            } else if (content.file().syntax().coding() == Coding.NATIVE) {
                addBits(foreground, bytes, (int) ((long) frame * description.pixels() % Byte.SIZE));
            } else {
                throw new UnusableDicom("its segmentation is of coded bits (gdcmconv --raw converts it)");
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
        for (int i = 0; i < foreground.length; i++) {
            foreground[i] |= samples[i] > 0 && 2 * samples[i] >= content.largest();
        }
    }
}
