package io.limen.producer.adapter.dicom.export;

import io.limen.producer.adapter.dicom.element.Attribute;
import io.limen.producer.adapter.dicom.element.DataSetWriter;
import io.limen.producer.adapter.dicom.export.DerivedObject.Kind;
import io.limen.producer.domain.explanation.BlockMap;
import io.limen.producer.domain.explanation.Explanation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * The average treatment effects as a Parametric Map (PS3.3, A.75): 32-bit floating-point numbers of the image's size,
 * percentage points of the region's Dice, negative where the image's own content supports the segmentation.
 */
record EffectMap(Original original, Explanation explanation) {

    private static final String PARAMETRIC_MAP = "1.2.840.10008.5.1.4.1.1.30";

    /** Beyond the effects, which are in [-100, 100]: what was not treated. */
    static final float UNTREATED = -1000;

    private static final String FRAME_TYPE = "DERIVED\\PRIMARY\\ATE\\NONE";
    private static final int FLOAT_BITS = 32;
    private static final double LARGEST = 100;

    void write(Path file) throws IOException {
        DerivedObject derived = new DerivedObject(original, explanation);
        DataSetWriter writer = derived.addDimension(
                        derived.begin(Kind.EFFECTS),
                        Kind.EFFECTS,
                        Attribute.IMAGE_POSITION.tag(),
                        Attribute.PLANE_POSITION_SEQUENCE.tag())
                .text(Attribute.NUMBER_OF_FRAMES.tag(), "IS", "1")
                .words(Attribute.BITS_ALLOCATED.tag(), FLOAT_BITS)
                .text(Tag.LATERALITY, "CS", "")
                .text(Tag.CONTENT_QUALIFICATION, "CS", "RESEARCH")
                .text(Tag.RECOGNIZABLE_VISUAL_FEATURES, "CS", "NO")
                .text(Attribute.BURNED_IN_ANNOTATION.tag(), "CS", "NO")
                .text(Tag.PRESENTATION_LUT_SHAPE, "CS", "IDENTITY")
                .floats(Tag.FLOAT_PIXEL_PADDING_VALUE, "FL", UNTREATED)
                .floats(Tag.FLOAT_PIXEL_PADDING_RANGE_LIMIT, "FL", UNTREATED)
                .sequence(Tag.ACQUISITION_CONTEXT_SEQUENCE)
                .sequence(Attribute.SHARED_FUNCTIONAL_GROUPS_SEQUENCE.tag(), shared())
                .sequence(Attribute.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE.tag(), derived.frame(1))
                .floats(Tag.FLOAT_PIXEL_DATA, "OF", pixels());
        writer.write(file, PARAMETRIC_MAP, derived.instance(Kind.EFFECTS), Uid.IMPLEMENTATION);
    }

    private DataSetWriter shared() {
        return original.addPlane(new DataSetWriter())
                .sequence(
                        Tag.PARAMETRIC_MAP_FRAME_TYPE_SEQUENCE,
                        new DataSetWriter().text(Tag.FRAME_TYPE, "CS", FRAME_TYPE))
                .sequence(
                        Attribute.PIXEL_VALUE_TRANSFORMATION_SEQUENCE.tag(),
                        new DataSetWriter()
                                .text(Attribute.RESCALE_INTERCEPT.tag(), "DS", "0")
                                .text(Attribute.RESCALE_SLOPE.tag(), "DS", "1")
                                .text(Tag.RESCALE_TYPE, "LO", "US"))
                .sequence(Attribute.FRAME_VOI_LUT_SEQUENCE.tag(), window())
                .sequence(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, meaning());
    }

    /** From the strongest support to as strong a hindrance, so that no effect is in the middle. */
    private DataSetWriter window() {
        double strongest = Arrays.stream(explanation.map().effects())
                .map(Math::abs)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        return new DataSetWriter()
                .text(Attribute.WINDOW_CENTER.tag(), "DS", "0")
                .text(Attribute.WINDOW_WIDTH.tag(), "DS", String.format(Locale.ROOT, "%.6f", 2 * strongest + 1e-3))
                .text(Attribute.VOI_LUT_FUNCTION.tag(), "CS", "LINEAR_EXACT");
    }

    private static DataSetWriter meaning() {
        return new DataSetWriter()
                .text(Tag.LUT_EXPLANATION, "LO", "Average treatment effect on the Dice of the region")
                .text(Tag.LUT_LABEL, "SH", "ATE")
                .doubles(Tag.DOUBLE_FIRST_VALUE_MAPPED, -LARGEST)
                .doubles(Tag.DOUBLE_LAST_VALUE_MAPPED, LARGEST)
                .doubles(Tag.REAL_WORLD_VALUE_INTERCEPT, 0)
                .doubles(Tag.REAL_WORLD_VALUE_SLOPE, 1)
                .sequence(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE, new Code("%", "UCUM", "Percent").item())
                .sequence(
                        Tag.QUANTITY_DEFINITION_SEQUENCE,
                        new DataSetWriter()
                                .text(Tag.VALUE_TYPE, "CS", "CODE")
                                .sequence(
                                        Tag.CONCEPT_NAME_CODE_SEQUENCE, new Code("246205007", "SCT", "Quantity").item())
                                .sequence(
                                        Tag.CONCEPT_CODE_SEQUENCE,
                                        new Code("ATE", Code.OWN, "Average treatment effect on Dice").item()));
    }

    private float[] pixels() {
        BlockMap map = explanation.map();
        double[] effects = map.effects();
        float[] pixels = new float[original.rows() * original.columns()];
        for (int y = 0; y < original.rows(); y++) {
            for (int x = 0; x < original.columns(); x++) {
                double effect = effects[map.blockAt(y, x, original.rows(), original.columns())];
                pixels[y * original.columns() + x] = Double.isNaN(effect) ? UNTREATED : (float) effect;
            }
        }
        return pixels;
    }
}
