package io.limen.producer.adapter.dicom.pixel;

import io.limen.producer.adapter.dicom.element.Attribute;
import io.limen.producer.adapter.dicom.element.DataSet;
import io.limen.producer.adapter.dicom.element.UnusableDicom;

/**
 * How a sample is stored (PS3.5, 8.1.1).
 *
 * @param allocated bits that a sample takes: 1, 8 or 16
 * @param stored bits of them that count, 1 to {@code allocated}
 * @param high position of the uppermost of these
 * @param signed whether they are a two's complement
 */
public record StoredBits(int allocated, int stored, int high, boolean signed) {

    public static StoredBits of(DataSet header) throws UnusableDicom {
        int allocated = header.unsigned(Attribute.BITS_ALLOCATED).orElse(0);
        if (allocated != 1 && allocated != 8 && allocated != 16) {
            throw new UnusableDicom("samples of " + allocated + " bits, and Limen takes 8 or 16");
        }
        int stored = header.unsigned(Attribute.BITS_STORED).orElse(allocated);
        int high = header.unsigned(Attribute.HIGH_BIT).orElse(stored - 1);
        if (stored < 1 || stored > allocated || high < stored - 1 || high >= allocated) {
            throw new UnusableDicom("damaged DICOM header: " + stored + " bits up to bit " + high + " of " + allocated);
        }
        return new StoredBits(
                allocated,
                stored,
                high,
                header.unsigned(Attribute.PIXEL_REPRESENTATION).orElse(0) == 1);
    }

    /** The value of a sample as it lies in the file; overlays in the other bits are left out. */
    public int value(int sample) {
        int value = sample >>> (high + 1 - stored) & largest();
        return signed && (value >>> (stored - 1) & 1) == 1 ? value - (1 << stored) : value;
    }

    /** The largest unsigned value. */
    public int largest() {
        return (1 << stored) - 1;
    }
}
