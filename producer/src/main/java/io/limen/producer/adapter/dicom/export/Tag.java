package io.limen.producer.adapter.dicom.export;

/** Attributes that are written and never read (PS3.6). */
final class Tag {

    static final int IMAGE_TYPE = 0x0008_0008;
    static final int CONTENT_DATE = 0x0008_0023;
    static final int CONTENT_TIME = 0x0008_0033;
    static final int MODALITY = 0x0008_0060;
    static final int MANUFACTURER = 0x0008_0070;
    static final int CODE_VALUE = 0x0008_0100;
    static final int CODE_MEANING = 0x0008_0104;
    static final int SERIES_DESCRIPTION = 0x0008_103E;
    static final int MANUFACTURER_MODEL_NAME = 0x0008_1090;
    static final int REFERENCED_SOP_CLASS_UID = 0x0008_1150;
    static final int FRAME_TYPE = 0x0008_9007;
    static final int DERIVATION_CODE_SEQUENCE = 0x0008_9215;
    static final int DEVICE_SERIAL_NUMBER = 0x0018_1000;
    static final int SOFTWARE_VERSIONS = 0x0018_1020;
    static final int CONTENT_QUALIFICATION = 0x0018_9004;
    static final int SERIES_NUMBER = 0x0020_0011;
    static final int LATERALITY = 0x0020_0060;
    static final int FRAME_CONTENT_SEQUENCE = 0x0020_9111;
    static final int DIMENSION_INDEX_VALUES = 0x0020_9157;
    static final int DIMENSION_ORGANIZATION_UID = 0x0020_9164;
    static final int DIMENSION_INDEX_POINTER = 0x0020_9165;
    static final int FUNCTIONAL_GROUP_POINTER = 0x0020_9167;
    static final int DIMENSION_ORGANIZATION_SEQUENCE = 0x0020_9221;
    static final int DIMENSION_INDEX_SEQUENCE = 0x0020_9222;
    static final int FLOAT_PIXEL_PADDING_VALUE = 0x0028_0122;
    static final int FLOAT_PIXEL_PADDING_RANGE_LIMIT = 0x0028_0124;
    static final int RECOGNIZABLE_VISUAL_FEATURES = 0x0028_0302;
    static final int RESCALE_TYPE = 0x0028_1054;
    static final int LUT_EXPLANATION = 0x0028_3003;
    static final int MEASUREMENT_UNITS_CODE_SEQUENCE = 0x0040_08EA;
    static final int ACQUISITION_CONTEXT_SEQUENCE = 0x0040_0555;
    static final int PARAMETRIC_MAP_FRAME_TYPE_SEQUENCE = 0x0040_9092;
    static final int REAL_WORLD_VALUE_MAPPING_SEQUENCE = 0x0040_9096;
    static final int PURPOSE_OF_REFERENCE_CODE_SEQUENCE = 0x0040_A170;
    static final int LUT_LABEL = 0x0040_9210;
    static final int DOUBLE_LAST_VALUE_MAPPED = 0x0040_9213;
    static final int DOUBLE_FIRST_VALUE_MAPPED = 0x0040_9214;
    static final int QUANTITY_DEFINITION_SEQUENCE = 0x0040_9220;
    static final int REAL_WORLD_VALUE_INTERCEPT = 0x0040_9224;
    static final int REAL_WORLD_VALUE_SLOPE = 0x0040_9225;
    static final int VALUE_TYPE = 0x0040_A040;
    static final int CONCEPT_NAME_CODE_SEQUENCE = 0x0040_A043;
    static final int CONCEPT_CODE_SEQUENCE = 0x0040_A168;
    static final int SEGMENTATION_TYPE = 0x0062_0001;
    static final int SEGMENT_LABEL = 0x0062_0005;
    static final int SEGMENTED_PROPERTY_CATEGORY_CODE_SEQUENCE = 0x0062_0003;
    static final int SEGMENT_ALGORITHM_NAME = 0x0062_0009;
    static final int CONTENT_LABEL = 0x0070_0080;
    static final int CONTENT_DESCRIPTION = 0x0070_0081;
    static final int CONTENT_CREATOR_NAME = 0x0070_0084;
    static final int PRESENTATION_LUT_SHAPE = 0x2050_0020;
    static final int FLOAT_PIXEL_DATA = 0x7FE0_0008;
    static final int PIXEL_DATA = 0x7FE0_0010;

    private Tag() {}
}
