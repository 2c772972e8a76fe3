package io.limen.producer.adapter.dicom.export;

import io.limen.producer.adapter.dicom.element.Attribute;
import io.limen.producer.adapter.dicom.element.DataSetWriter;
import io.limen.producer.adapter.dicom.export.DerivedObject.Kind;
import io.limen.producer.domain.explanation.BlockMap;
import io.limen.producer.domain.explanation.Explanation;
import io.limen.producer.domain.image.Area;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where the image matters to the segmentation, as a binary Segmentation (PS3.3, A.51): one frame for each segment. */
record SignificantRegions(Original original, Explanation explanation) {

    private static final String SEGMENTATION = "1.2.840.10008.5.1.4.1.1.66.4";

    /** What is drawn. Its place is the segment's number, from 1. */
    private enum Segment {
        SUPPORTING("Supports the segmentation"),
        HINDERING("Hinders the segmentation"),
        REGION("Region that is explained");

        private final String label;

        Segment(String label) {
            this.label = label;
        }

        int number() {
            return ordinal() + 1;
        }
    }

    void write(Path file) throws IOException {
        DerivedObject derived = new DerivedObject(original, explanation);
        List<Segment> segments = List.of(Segment.values());
        DataSetWriter writer = derived.addDimension(
                        derived.begin(Kind.REGIONS),
                        Kind.REGIONS,
                        Attribute.REFERENCED_SEGMENT_NUMBER.tag(),
                        Attribute.SEGMENT_IDENTIFICATION_SEQUENCE.tag())
                .text(Attribute.NUMBER_OF_FRAMES.tag(), "IS", String.valueOf(segments.size()))
                .words(Attribute.BITS_ALLOCATED.tag(), 1)
                .words(Attribute.BITS_STORED.tag(), 1)
                .words(Attribute.HIGH_BIT.tag(), 0)
                .words(Attribute.PIXEL_REPRESENTATION.tag(), 0)
                .text(Tag.SEGMENTATION_TYPE, "CS", "BINARY")
                .sequence(
                        Attribute.SEGMENT_SEQUENCE.tag(),
                        segments.stream().map(SignificantRegions::described).toArray(DataSetWriter[]::new))
                .sequence(Attribute.SHARED_FUNCTIONAL_GROUPS_SEQUENCE.tag(), original.addPlane(new DataSetWriter()))
                .sequence(
                        Attribute.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE.tag(),
                        segments.stream()
                                .map(segment -> framed(derived, segment))
                                .toArray(DataSetWriter[]::new))
                .bytes(Tag.PIXEL_DATA, "OB", bits(segments));
        writer.write(file, SEGMENTATION, derived.instance(Kind.REGIONS), Uid.IMPLEMENTATION);
    }

    private static DataSetWriter described(Segment segment) {
        return new DataSetWriter()
                .words(Attribute.SEGMENT_NUMBER.tag(), segment.number())
                .text(Tag.SEGMENT_LABEL, "LO", segment.label)
                .text(Attribute.SEGMENT_ALGORITHM_TYPE.tag(), "CS", "AUTOMATIC")
                .text(Tag.SEGMENT_ALGORITHM_NAME, "LO", DerivedObject.MANUFACTURER)
                .sequence(
                        Tag.SEGMENTED_PROPERTY_CATEGORY_CODE_SEQUENCE,
                        new Code("309825002", "SCT", "Spatial and Relational Concept").item())
                .sequence(
                        Attribute.SEGMENTED_PROPERTY_TYPE_CODE_SEQUENCE.tag(),
                        new Code(segment.name(), Code.OWN, segment.label).item());
    }

    private static DataSetWriter framed(DerivedObject derived, Segment segment) {
        return derived.frame(segment.number())
                .sequence(
                        Attribute.SEGMENT_IDENTIFICATION_SEQUENCE.tag(),
                        new DataSetWriter().words(Attribute.REFERENCED_SEGMENT_NUMBER.tag(), segment.number()));
    }

    /** The lowest bit is the first pixel; frames follow each other without padding (PS3.5, 8.1.1). */
    private byte[] bits(List<Segment> segments) {
        int pixels = original.rows() * original.columns();
        double[] effects = explanation.map().effects();
        boolean[] significant = explanation.map().significant();
        byte[] bits = new byte[(pixels * segments.size() + Byte.SIZE - 1) / Byte.SIZE];
        for (int pixel = 0; pixel < pixels; pixel++) {
            int y = pixel / original.columns();
            int x = pixel % original.columns();
            int block = explanation.map().blockAt(y, x, original.rows(), original.columns());
            if (significant[block] && effects[block] != 0) {
                set(bits, (effects[block] < 0 ? Segment.SUPPORTING : Segment.HINDERING).ordinal() * pixels + pixel);
            }
            if (isOfRegion(y, x)) {
                set(bits, Segment.REGION.ordinal() * pixels + pixel);
            }
        }
        return bits;
    }

    private static void set(byte[] bits, int bit) {
        bits[bit / Byte.SIZE] |= (byte) (1 << bit % Byte.SIZE);
    }

    private boolean isOfRegion(int y, int x) {
        BlockMap map = explanation.map();
        Area region = explanation.region();
        double row = (y + 0.5) * map.inputHeight() / original.rows();
        double column = (x + 0.5) * map.inputWidth() / original.columns();
        return row >= region.y()
                && row < region.y() + region.height()
                && column >= region.x()
                && column < region.x() + region.width();
    }
}
