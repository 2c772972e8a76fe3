package io.limen.producer.adapter.dicom.element;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Walks through data elements (PS3.5, chapter 7), keeps the attributes that are listed and steps over the others. What is
 * kept of one file, and how deep its sequences go, is limited.
 */
public final class DataSetParser {

    private static final int FILE_META = 0x0002;
    private static final int PIXEL_DATA = 0x7FE0_0010;
    private static final Set<Integer> OTHER_PIXELS = Set.of(0x7FE0_0008, 0x7FE0_0009);
    private static final int ITEM = 0xFFFE_E000;
    private static final int ITEM_END = 0xFFFE_E00D;
    private static final int SEQUENCE_END = 0xFFFE_E0DD;
    private static final long UNDEFINED = 0xFFFF_FFFFL;

    /** Value representations whose length takes four bytes (PS3.5, 7.1.2). */
    private static final Set<String> LONG =
            Set.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV");

    /** Real ones are nested five deep. */
    private static final int DEEPEST = 16;

    /** A palette or look-up table has 131,072 bytes at most. */
    private static final int LARGEST_VALUE = 256 * 1024;

    /** Names and descriptions have 64 characters, some 1,024; what is longer is no name. */
    private static final int LARGEST_TEXT = 16 * 1024;

    /** What an item of a sequence takes in memory without anything in it. */
    private static final int ITEM_BYTES = 1024;

    /** Per-frame attributes of a file of some ten thousand frames. */
    private static final long LARGEST_SUM = 64L * 1024 * 1024;

    private final DicomInput input;
    private final boolean explicit;
    private final boolean clinical;
    private long kept;
    private Optional<PixelData> pixels = Optional.empty();
    private boolean floatingPoint;

    /**
     * A parser from where the input stands.
     *
     * @param explicit whether elements say how their value is written
     * @param clinical whether attributes are kept that say whose image it is
     */
    public DataSetParser(DicomInput input, boolean explicit, boolean clinical) {
        this.input = input;
        this.explicit = explicit;
        this.clinical = clinical;
    }

    /**
     * Where the pixels begin.
     *
     * @param offset in the file
     * @param bytes how many; empty: in fragments
     * @param words whether they are written as 16-bit words
     */
    public record PixelData(long offset, Optional<Long> bytes, boolean words) {}

    /** An element's tag and the length of its value. */
    private record Header(int tag, String representation, long length) {}

    /** Everything from here to the pixels or the end of the file. */
    public DataSet parse() throws IOException, UnusableDicom {
        return elements(input.position() + input.left(), 0, true);
    }

    /** The group of the file's own attributes, from here to the first element of another group. */
    public DataSet parseFileMeta() throws IOException, UnusableDicom {
        DataSet meta = new DataSet(input.order());
        while (input.left() > 0) {
            long start = input.position();
            int group = input.unsigned16();
            // what follows is written in the way that this group says
            input.seek(start);
            if (group != FILE_META) {
                return meta;
            }
            value(header(), meta, 0, true);
        }
        return meta;
    }

    /** Where the pixels begin; empty: the file has none. */
    public Optional<PixelData> pixels() {
        return pixels;
    }

    /** Whether its pixels are floating-point numbers. */
    public boolean isFloatingPoint() {
        return floatingPoint;
    }

    private DataSet elements(long end, int depth, boolean keep) throws IOException, UnusableDicom {
        DataSet dataSet = new DataSet(input.order());
        while (input.position() < end) {
            Header header = header();
            if (header.tag == ITEM_END) {
                return dataSet;
            }
            if (depth == 0 && isPixels(header)) {
                return dataSet;
            }
            value(header, dataSet, depth, keep);
        }
        return dataSet;
    }

    private boolean isPixels(Header header) {
        if (OTHER_PIXELS.contains(header.tag)) {
            floatingPoint = true;
            return true;
        }
        if (header.tag != PIXEL_DATA) {
            return false;
        }
        Optional<Long> bytes = header.length == UNDEFINED ? Optional.empty() : Optional.of(header.length);
        pixels = Optional.of(new PixelData(input.position(), bytes, header.representation.equals("OW")));
        return true;
    }

    private Header header() throws IOException, UnusableDicom {
        int tag = input.unsigned16() << 16 | input.unsigned16();
        if (!explicit || tag >>> 16 == 0xFFFE) {
            return new Header(tag, "", input.unsigned32());
        }
        byte[] letters = input.bytes(2);
        if (!isUpper(letters[0]) || !isUpper(letters[1])) {
            throw new UnusableDicom("damaged DICOM header");
        }
        String representation = "" + (char) letters[0] + (char) letters[1];
        if (LONG.contains(representation)) {
            input.skip(2);
            return new Header(tag, representation, input.unsigned32());
        }
        return new Header(tag, representation, input.unsigned16());
    }

    private static boolean isUpper(byte letter) {
        return letter >= 'A' && letter <= 'Z';
    }

    private void value(Header header, DataSet dataSet, int depth, boolean keep) throws IOException, UnusableDicom {
        Optional<Attribute> attribute =
                keep ? Attribute.of(header.tag).filter(known -> clinical || !known.isClinical()) : Optional.empty();
        boolean sequence = attribute.map(Attribute::isSequence).orElse(false);
        if (sequence || header.length == UNDEFINED) {
            List<DataSet> items = items(header, depth, sequence);
            if (sequence) {
                dataSet.put(attribute.get(), items);
            }
        } else if (attribute.isPresent() && header.length <= largest(attribute.get())) {
            kept += header.length;
            if (kept > LARGEST_SUM) {
                throw new UnusableDicom("DICOM header of more than " + LARGEST_SUM / (1024 * 1024) + " MiB");
            }
            dataSet.put(attribute.get(), input.bytes(header.length));
        } else {
            input.skip(header.length);
        }
    }

    private static int largest(Attribute attribute) {
        return attribute.isClinical() ? LARGEST_TEXT : LARGEST_VALUE;
    }

    private List<DataSet> items(Header sequence, int depth, boolean keep) throws IOException, UnusableDicom {
        if (depth == DEEPEST) {
            throw new UnusableDicom("damaged DICOM header: sequences more than " + DEEPEST + " deep");
        }
        if (sequence.representation.equals("UN")) {
            // a sequence that its writer did not know is in implicit form (PS3.5, 6.2.2, note 2); none that is read is
            // such
            new DataSetParser(input, false, false).items(new Header(sequence.tag, "", sequence.length), depth, false);
            return List.of();
        }
        List<DataSet> items = new ArrayList<>();
        long end = sequence.length == UNDEFINED ? Long.MAX_VALUE : input.position() + sequence.length;
        while (input.position() < end) {
            Header item = header();
            if (item.tag == SEQUENCE_END) {
                return items;
            }
            if (item.tag != ITEM) {
                throw new UnusableDicom("damaged DICOM header: no item where one should begin");
            }
            if (!keep && item.length != UNDEFINED) {
                input.skip(item.length);
            } else {
                DataSet read = elements(
                        item.length == UNDEFINED ? Long.MAX_VALUE : input.position() + item.length, depth + 1, keep);
                if (keep) {
                    count();
                    items.add(read);
                }
            }
        }
        return items;
    }

    /** An empty item takes memory, too. */
    private void count() throws UnusableDicom {
        kept += ITEM_BYTES;
        if (kept > LARGEST_SUM) {
            throw new UnusableDicom("DICOM header of more than " + LARGEST_SUM / (1024 * 1024) + " MiB");
        }
    }
}
