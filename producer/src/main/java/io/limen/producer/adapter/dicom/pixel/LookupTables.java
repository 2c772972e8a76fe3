package io.limen.producer.adapter.dicom.pixel;

import io.limen.producer.adapter.dicom.element.Attribute;
import io.limen.producer.adapter.dicom.element.DataSet;
import io.limen.producer.adapter.dicom.element.UnusableDicom;
import io.limen.producer.domain.grayscale.LookupTable;

/** Reads tables as DICOM writes them (PS3.3, C.11.1.1.1 and C.7.6.3.1.5). */
final class LookupTables {

    private static final int MOST_LEVELS = 0x1_0000;

    private LookupTables() {}

    /** The table of an item of a modality or VOI LUT sequence. */
    static LookupTable of(DataSet item, boolean signed) throws UnusableDicom {
        return of(item, Attribute.LUT_DESCRIPTOR, Attribute.LUT_DATA, signed);
    }

    /** The table that two attributes hold. */
    static LookupTable of(DataSet source, Attribute descriptor, Attribute data, boolean signed) throws UnusableDicom {
        int[] words = source.words(descriptor);
        if (words.length != 3 || words[2] < 1 || words[2] > Short.SIZE) {
            throw new UnusableDicom("a look-up table that can't be read");
        }
        int count = words[0] == 0 ? MOST_LEVELS : words[0];
        int first = signed ? (short) words[1] : words[1];
        int largest = (1 << words[2]) - 1;
        int[] levels = levels(source, data, count);
        for (int i = 0; i < count; i++) {
            levels[i] = Math.min(levels[i], largest);
        }
        return new LookupTable(first, largest, levels);
    }

    private static int[] levels(DataSet source, Attribute data, int count) throws UnusableDicom {
        int[] words = source.words(data);
        if (words.length == count) {
            return words;
        }
        byte[] bytes = source.bytes(data);
        // tables of 8 bits may be packed, with one more byte where their number is odd
        if (bytes.length != count + count % 2) {
            throw new UnusableDicom("a look-up table of another length than it says");
        }
        int[] levels = new int[count];
        for (int i = 0; i < count; i++) {
            levels[i] = Byte.toUnsignedInt(bytes[i]);
        }
        return levels;
    }
}
