package io.limen.producer.adapter.dicom.export;

import io.limen.producer.adapter.dicom.element.Attribute;
import io.limen.producer.adapter.dicom.element.DataSet;
import io.limen.producer.adapter.dicom.element.DataSetWriter;
import io.limen.producer.adapter.dicom.element.DicomFile;
import io.limen.producer.adapter.dicom.element.UnusableDicom;
import io.limen.producer.adapter.dicom.pixel.FunctionalGroups;
import io.limen.producer.adapter.dicom.pixel.PixelDescription;
import io.limen.producer.application.ExplainedImage;
import java.util.Optional;

/** The image that was explained, as far as objects about it must agree with it. */
final class Original {

    /** Photographs lie nowhere in a patient: pixels of 1 mm in a plane of their own. */
    private static final String NOWHERE = "1\\0\\0\\0\\1\\0";

    /** Of one file, so that what is said of the next does not have the same number. */
    private static final int MOST_FRAMES = 10_000;

    private final DataSet header;
    private final int frame;
    private final PixelDescription description;

    private Original(DataSet header, int frame, PixelDescription description) {
        this.header = header;
        this.frame = frame;
        this.description = description;
    }

    /** Reads the header again of the file that was explained, for one of its frames. */
    static Original read(ExplainedImage image, long mostPixels) throws UnusableDicom {
        DataSet header = DicomFile.readWithStudy(image.file()).header();
        for (Attribute needed : new Attribute[] {
            Attribute.STUDY_INSTANCE_UID,
            Attribute.SERIES_INSTANCE_UID,
            Attribute.SOP_INSTANCE_UID,
            Attribute.SOP_CLASS_UID
        }) {
            if (header.text(needed).isEmpty()) {
                throw new UnusableDicom("damaged DICOM header: no " + needed);
            }
        }
        if (!header.text(Attribute.SOP_INSTANCE_UID).orElseThrow().equals(image.instance())) {
            // what was explained would be written under another patient's name
            throw new UnusableDicom("is another image than when it was read");
        }
        return new Original(header, image.frame(), PixelDescription.of(header, mostPixels));
    }

    int rows() {
        return description.rows();
    }

    int columns() {
        return description.columns();
    }

    String uid(Attribute attribute) {
        return header.text(attribute).orElseThrow();
    }

    /** Its place among the images of its series; the frames of a file follow each other. */
    int number() {
        int own = ownNumber();
        boolean counts = description.frames() > 1 && own >= 0 && own < Integer.MAX_VALUE / MOST_FRAMES;
        return counts && frame + 1 < MOST_FRAMES ? own * MOST_FRAMES + frame + 1 : own;
    }

    /** A number that is none is no reason to write nothing. */
    private int ownNumber() {
        try {
            return header.integer(Attribute.INSTANCE_NUMBER).orElse(1);
        } catch (UnusableDicom e) {
            return 1;
        }
    }

    /** Adds whose image it is, and of which study. */
    DataSetWriter addPatientAndStudy(DataSetWriter writer) {
        return writer.copy(header, Attribute.SPECIFIC_CHARACTER_SET)
                .copyOrEmpty(header, Attribute.PATIENT_NAME)
                .copyOrEmpty(header, Attribute.PATIENT_ID)
                .copy(header, Attribute.ISSUER_OF_PATIENT_ID)
                .copyOrEmpty(header, Attribute.PATIENT_BIRTH_DATE)
                .copyOrEmpty(header, Attribute.PATIENT_SEX)
                .text(Attribute.STUDY_INSTANCE_UID.tag(), "UI", uid(Attribute.STUDY_INSTANCE_UID))
                .copyOrEmpty(header, Attribute.STUDY_DATE)
                .copyOrEmpty(header, Attribute.STUDY_TIME)
                .copyOrEmpty(header, Attribute.REFERRING_PHYSICIAN_NAME)
                .copyOrEmpty(header, Attribute.STUDY_ID)
                .copyOrEmpty(header, Attribute.ACCESSION_NUMBER)
                .copy(header, Attribute.STUDY_DESCRIPTION);
    }

    /** Adds whether something was lost before: what is derived of a compressed image has lost it, too. */
    DataSetWriter addCompression(DataSetWriter writer) {
        boolean lossy = header.text(Attribute.LOSSY_IMAGE_COMPRESSION)
                .filter("01"::equals)
                .isPresent();
        return lossy
                ? writer.copy(header, Attribute.LOSSY_IMAGE_COMPRESSION)
                        .copy(header, Attribute.LOSSY_IMAGE_COMPRESSION_RATIO)
                        .copy(header, Attribute.LOSSY_IMAGE_COMPRESSION_METHOD)
                : writer.text(Attribute.LOSSY_IMAGE_COMPRESSION.tag(), "CS", "00");
    }

    /** Adds in whose space it lies. */
    DataSetWriter addFrameOfReference(DataSetWriter writer) {
        String space = header.text(Attribute.FRAME_OF_REFERENCE_UID)
                .orElseGet(() -> Uid.of("space of " + uid(Attribute.SERIES_INSTANCE_UID)));
        return writer.text(Attribute.FRAME_OF_REFERENCE_UID.tag(), "UI", space)
                .copyOrEmpty(header, Attribute.POSITION_REFERENCE_INDICATOR);
    }

    /** Adds where the frame lies in it. */
    DataSetWriter addPlane(DataSetWriter groups) {
        FunctionalGroups original = new FunctionalGroups(header, frame);
        DataSet measures = original.holding(Attribute.PIXEL_MEASURES_SEQUENCE);
        return groups.sequence(
                        Attribute.PIXEL_MEASURES_SEQUENCE.tag(),
                        decimals(
                                decimals(new DataSetWriter(), measures, Attribute.PIXEL_SPACING, "1\\1"),
                                measures,
                                Attribute.SLICE_THICKNESS,
                                "1"))
                .sequence(
                        Attribute.PLANE_ORIENTATION_SEQUENCE.tag(),
                        decimals(
                                new DataSetWriter(),
                                original.holding(Attribute.PLANE_ORIENTATION_SEQUENCE),
                                Attribute.IMAGE_ORIENTATION,
                                NOWHERE))
                .sequence(
                        Attribute.PLANE_POSITION_SEQUENCE.tag(),
                        decimals(
                                new DataSetWriter(),
                                original.holding(Attribute.PLANE_POSITION_SEQUENCE),
                                Attribute.IMAGE_POSITION,
                                "0\\0\\0"));
    }

    private static DataSetWriter decimals(DataSetWriter writer, DataSet source, Attribute attribute, String otherwise) {
        return writer.text(attribute.tag(), "DS", source.text(attribute).orElse(otherwise));
    }

    /** A reference to the image; with the frame, where it has several. */
    DataSetWriter reference() {
        DataSetWriter reference = new DataSetWriter()
                .text(Tag.REFERENCED_SOP_CLASS_UID, "UI", uid(Attribute.SOP_CLASS_UID))
                .text(Attribute.REFERENCED_SOP_INSTANCE_UID.tag(), "UI", uid(Attribute.SOP_INSTANCE_UID));
        return Optional.of(reference)
                .filter(single -> description.frames() == 1)
                .orElseGet(
                        () -> reference.text(Attribute.REFERENCED_FRAME_NUMBER.tag(), "IS", String.valueOf(frame + 1)));
    }
}
