package io.limen.producer.adapter.dicom.element;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The attributes that are read (PS3.6). A list of what is let in, as none of what must stay out is ever complete.
 *
 * <p>For publishing, only what pixels need: names, dates, numbers, free text and private elements are not in it; the unique
 * identifiers serve to find what belongs together and leave only as a keyed hash, and where a plane lies is only compared with
 * where its mask does. What says whose image it is is read for one purpose: to write an object of the same study, which stays
 * in the house.
 */
public enum Attribute {
    TRANSFER_SYNTAX_UID(0x0002_0010),
    CODING_SCHEME_DESIGNATOR(0x0008_0102),
    SOP_CLASS_UID(0x0008_0016),
    SOP_INSTANCE_UID(0x0008_0018),
    REFERENCED_SERIES_SEQUENCE(0x0008_1115, true),
    REFERENCED_INSTANCE_SEQUENCE(0x0008_114A, true),
    REFERENCED_SOP_INSTANCE_UID(0x0008_1155),
    REFERENCED_FRAME_NUMBER(0x0008_1160),
    SOURCE_IMAGE_SEQUENCE(0x0008_2112, true),
    DERIVATION_IMAGE_SEQUENCE(0x0008_9124, true),
    STUDY_INSTANCE_UID(0x0020_000D),
    SERIES_INSTANCE_UID(0x0020_000E),
    INSTANCE_NUMBER(0x0020_0013),
    IMAGE_POSITION(0x0020_0032),
    IMAGE_ORIENTATION(0x0020_0037),
    FRAME_OF_REFERENCE_UID(0x0020_0052),
    PLANE_POSITION_SEQUENCE(0x0020_9113, true),
    PLANE_ORIENTATION_SEQUENCE(0x0020_9116, true),
    SAMPLES_PER_PIXEL(0x0028_0002),
    PHOTOMETRIC_INTERPRETATION(0x0028_0004),
    PLANAR_CONFIGURATION(0x0028_0006),
    NUMBER_OF_FRAMES(0x0028_0008),
    ROWS(0x0028_0010),
    COLUMNS(0x0028_0011),
    PIXEL_SPACING(0x0028_0030),
    BITS_ALLOCATED(0x0028_0100),
    BITS_STORED(0x0028_0101),
    HIGH_BIT(0x0028_0102),
    PIXEL_REPRESENTATION(0x0028_0103),
    PIXEL_PADDING_VALUE(0x0028_0120),
    PIXEL_PADDING_RANGE_LIMIT(0x0028_0121),
    BURNED_IN_ANNOTATION(0x0028_0301),
    WINDOW_CENTER(0x0028_1050),
    WINDOW_WIDTH(0x0028_1051),
    RESCALE_INTERCEPT(0x0028_1052),
    RESCALE_SLOPE(0x0028_1053),
    VOI_LUT_FUNCTION(0x0028_1056),
    SPATIAL_LOCATIONS_PRESERVED(0x0028_135A),
    RED_PALETTE_DESCRIPTOR(0x0028_1101),
    GREEN_PALETTE_DESCRIPTOR(0x0028_1102),
    BLUE_PALETTE_DESCRIPTOR(0x0028_1103),
    RED_PALETTE_DATA(0x0028_1201),
    GREEN_PALETTE_DATA(0x0028_1202),
    BLUE_PALETTE_DATA(0x0028_1203),
    MODALITY_LUT_SEQUENCE(0x0028_3000, true),
    LUT_DESCRIPTOR(0x0028_3002),
    LUT_DATA(0x0028_3006),
    VOI_LUT_SEQUENCE(0x0028_3010, true),
    FRAME_VOI_LUT_SEQUENCE(0x0028_9132, true),
    PIXEL_MEASURES_SEQUENCE(0x0028_9110, true),
    PIXEL_VALUE_TRANSFORMATION_SEQUENCE(0x0028_9145, true),
    SEGMENT_SEQUENCE(0x0062_0002, true),
    SEGMENT_NUMBER(0x0062_0004),
    SEGMENT_ALGORITHM_TYPE(0x0062_0008),
    SEGMENT_IDENTIFICATION_SEQUENCE(0x0062_000A, true),
    REFERENCED_SEGMENT_NUMBER(0x0062_000B),
    MAXIMUM_FRACTIONAL_VALUE(0x0062_000E),
    SEGMENTED_PROPERTY_TYPE_CODE_SEQUENCE(0x0062_000F, true),
    SHARED_FUNCTIONAL_GROUPS_SEQUENCE(0x5200_9229, true),
    PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE(0x5200_9230, true),

    SPECIFIC_CHARACTER_SET(0x0008_0005, "CS"),
    STUDY_DATE(0x0008_0020, "DA"),
    STUDY_TIME(0x0008_0030, "TM"),
    ACCESSION_NUMBER(0x0008_0050, "SH"),
    REFERRING_PHYSICIAN_NAME(0x0008_0090, "PN"),
    STUDY_DESCRIPTION(0x0008_1030, "LO"),
    PATIENT_NAME(0x0010_0010, "PN"),
    PATIENT_ID(0x0010_0020, "LO"),
    ISSUER_OF_PATIENT_ID(0x0010_0021, "LO"),
    PATIENT_BIRTH_DATE(0x0010_0030, "DA"),
    PATIENT_SEX(0x0010_0040, "CS"),
    STUDY_ID(0x0020_0010, "SH"),
    POSITION_REFERENCE_INDICATOR(0x0020_1040, "LO"),
    SLICE_THICKNESS(0x0018_0050, "DS"),
    LOSSY_IMAGE_COMPRESSION(0x0028_2110, "CS"),
    LOSSY_IMAGE_COMPRESSION_RATIO(0x0028_2112, "DS"),
    LOSSY_IMAGE_COMPRESSION_METHOD(0x0028_2114, "CS");

    private static final Map<Integer, Attribute> BY_TAG =
            Arrays.stream(values()).collect(Collectors.toMap(attribute -> attribute.tag, Function.identity()));

    private final int tag;
    private final boolean sequence;
    private final Optional<String> clinical;

    Attribute(int tag) {
        this(tag, false);
    }

    Attribute(int tag, boolean sequence) {
        this.tag = tag;
        this.sequence = sequence;
        this.clinical = Optional.empty();
    }

    Attribute(int tag, String representation) {
        this.tag = tag;
        this.sequence = representation.equals("SQ");
        this.clinical = Optional.of(representation);
    }

    /** Group and element in one number. */
    public int tag() {
        return tag;
    }

    /** Whether its value is a list of data sets. */
    public boolean isSequence() {
        return sequence;
    }

    /** Whether it says whose image it is, or of which examination, and is no matter of publishing. */
    public boolean isClinical() {
        return clinical.isPresent();
    }

    /** How its value is written; for clinical attributes. */
    public String representation() {
        return clinical.orElseThrow();
    }

    /** The attribute of a tag, if it is read at all. */
    public static Optional<Attribute> of(int tag) {
        return Optional.ofNullable(BY_TAG.get(tag));
    }
}
