package io.limen.producer.adapter.dicom.export;

import io.limen.producer.adapter.dicom.element.Attribute;
import io.limen.producer.adapter.dicom.element.DataSetWriter;
import io.limen.producer.domain.explanation.Explanation;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** What the objects of one explanation have in common: patient and study of the image, a series of their own, who made them. */
final class DerivedObject {

    static final String MANUFACTURER = "Limen";

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HHmmss").withZone(ZoneOffset.UTC);

    private static final Code DERIVATION = new Code("INTERVENTION", Code.OWN, "Effects of interventions on the image");

    /** Behind the series of scanners, which count from 1. */
    private static final String SERIES_NUMBER = "9001";

    private static final int LONGEST_DESCRIPTION = 64;

    private final Original original;
    private final Explanation explanation;

    DerivedObject(Original original, Explanation explanation) {
        this.original = original;
        this.explanation = explanation;
    }

    /** Begins an object; a kind has a series of its own for each image and model. */
    DataSetWriter begin(Kind kind) {
        String model = explanation.deployment().model().toString();
        String description = kind.description + ", " + model;
        DataSetWriter writer = original.addFrameOfReference(original.addPatientAndStudy(new DataSetWriter()));
        original.addCompression(writer);
        return writer.text(Tag.MODALITY, "CS", kind.modality)
                .text(
                        Attribute.SERIES_INSTANCE_UID.tag(),
                        "UI",
                        Uid.of(kind + " of " + original.uid(Attribute.SERIES_INSTANCE_UID) + " by " + model))
                .text(Tag.SERIES_NUMBER, "IS", SERIES_NUMBER)
                .text(Tag.SERIES_DESCRIPTION, "LO", shortened(description))
                .text(Tag.MANUFACTURER, "LO", MANUFACTURER)
                .text(Tag.MANUFACTURER_MODEL_NAME, "LO", "Limen explainer")
                .text(Tag.DEVICE_SERIAL_NUMBER, "LO", MANUFACTURER)
                .text(Tag.SOFTWARE_VERSIONS, "LO", shortened(model))
                .text(Attribute.INSTANCE_NUMBER.tag(), "IS", Integer.toString(original.number()))
                .text(Tag.CONTENT_DATE, "DA", DATE.format(explanation.explainedAt()))
                .text(Tag.CONTENT_TIME, "TM", TIME.format(explanation.explainedAt()))
                .text(Tag.CONTENT_LABEL, "CS", kind.name())
                .text(Tag.CONTENT_DESCRIPTION, "LO", shortened("explanation " + explanation.id()))
                .text(Tag.CONTENT_CREATOR_NAME, "PN", "")
                .text(Tag.IMAGE_TYPE, "CS", kind.imageType)
                .words(Attribute.SAMPLES_PER_PIXEL.tag(), 1)
                .text(Attribute.PHOTOMETRIC_INTERPRETATION.tag(), "CS", "MONOCHROME2")
                .words(Attribute.ROWS.tag(), original.rows())
                .words(Attribute.COLUMNS.tag(), original.columns())
                .sequence(
                        Attribute.REFERENCED_SERIES_SEQUENCE.tag(),
                        new DataSetWriter()
                                .text(
                                        Attribute.SERIES_INSTANCE_UID.tag(),
                                        "UI",
                                        original.uid(Attribute.SERIES_INSTANCE_UID))
                                .sequence(Attribute.REFERENCED_INSTANCE_SEQUENCE.tag(), original.reference()));
    }

    /** Adds the one dimension that frames are counted along. */
    DataSetWriter addDimension(DataSetWriter writer, Kind kind, int pointer, int group) {
        String organization = Uid.of("dimensions of " + kind + " " + explanation.id());
        return writer.sequence(
                        Tag.DIMENSION_ORGANIZATION_SEQUENCE,
                        new DataSetWriter().text(Tag.DIMENSION_ORGANIZATION_UID, "UI", organization))
                .sequence(
                        Tag.DIMENSION_INDEX_SEQUENCE,
                        new DataSetWriter()
                                .text(Tag.DIMENSION_ORGANIZATION_UID, "UI", organization)
                                .pointer(Tag.DIMENSION_INDEX_POINTER, pointer)
                                .pointer(Tag.FUNCTIONAL_GROUP_POINTER, group));
    }

    /** What is said of each frame: its place in the dimension, and the image that it is derived from. */
    DataSetWriter frame(int index) {
        return new DataSetWriter()
                .sequence(Tag.FRAME_CONTENT_SEQUENCE, new DataSetWriter().longs(Tag.DIMENSION_INDEX_VALUES, index))
                .sequence(
                        Attribute.DERIVATION_IMAGE_SEQUENCE.tag(),
                        new DataSetWriter()
                                .sequence(Tag.DERIVATION_CODE_SEQUENCE, DERIVATION.item())
                                .sequence(
                                        Attribute.SOURCE_IMAGE_SEQUENCE.tag(),
                                        original.reference()
                                                .sequence(
                                                        Tag.PURPOSE_OF_REFERENCE_CODE_SEQUENCE,
                                                        new Code(
                                                                        "121322",
                                                                        "DCM",
                                                                        "Source image for image processing operation")
                                                                .item())));
    }

    /** The identity of an object of this kind. */
    String instance(Kind kind) {
        return Uid.of(kind + " " + explanation.id() + " of " + original.uid(Attribute.SOP_INSTANCE_UID));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_DESCRIPTION ? text : text.substring(0, LONGEST_DESCRIPTION);
    }

    /** The kinds of objects. */
    enum Kind {
        EFFECTS("OT", "DERIVED\\PRIMARY\\ATE\\NONE", "Effects of blocks on the segmentation"),
        REGIONS("SEG", "DERIVED\\PRIMARY", "Blocks that matter to the segmentation");

        private final String modality;
        private final String imageType;
        private final String description;

        Kind(String modality, String imageType, String description) {
            this.modality = modality;
            this.imageType = imageType;
            this.description = description;
        }
    }
}
