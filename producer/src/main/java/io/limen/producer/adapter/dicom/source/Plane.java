package io.limen.producer.adapter.dicom.source;

import io.limen.producer.adapter.dicom.element.Attribute;
import io.limen.producer.adapter.dicom.element.DataSet;
import io.limen.producer.adapter.dicom.pixel.FunctionalGroups;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where a frame lies in the patient (PS3.3, C.7.6.2.1.1). What a file does not say, or not in numbers, is empty.
 *
 * @param space unique identifier of the frame of reference
 * @param orientation cosines of the directions of a row and of a column, six of them
 * @param position of the first pixel, in millimetres, three numbers
 * @param spacing from row to row and from column to column, in millimetres
 */
record Plane(
        Optional<String> space,
        Optional<List<Double>> orientation,
        Optional<List<Double>> position,
        Optional<List<Double>> spacing) {

    /** Half a pixel at the far end of a row of 500. */
    private static final double COSINE_TOLERANCE = 1e-3;

    /** Where no pixel's size says better, what writers round. */
    private static final double DEFAULT_TOLERANCE_MM = 0.1;

    private static final double SPACING_TOLERANCE = 1e-3;

    static Plane of(DataSet header, int frame) {
        FunctionalGroups groups = new FunctionalGroups(header, frame);
        return new Plane(
                header.text(Attribute.FRAME_OF_REFERENCE_UID),
                numbers(groups.holding(Attribute.PLANE_ORIENTATION_SEQUENCE), Attribute.IMAGE_ORIENTATION, 6),
                numbers(groups.holding(Attribute.PLANE_POSITION_SEQUENCE), Attribute.IMAGE_POSITION, 3),
                numbers(groups.holding(Attribute.PIXEL_MEASURES_SEQUENCE), Attribute.PIXEL_SPACING, 2));
    }

    /** What both say and say differently, in words; empty if they lie on one another as far as is known. */
    Optional<String> differenceFrom(Plane other) {
        if (space.isPresent() && other.space.isPresent() && !space.equals(other.space)) {
            return Optional.of("another frame of reference");
        }
        if (differ(orientation, other.orientation, COSINE_TOLERANCE)) {
            return Optional.of("another orientation");
        }
        double pixel = spacing.or(() -> other.spacing).map(Plane::smallest).orElse(2 * DEFAULT_TOLERANCE_MM);
        if (differ(position, other.position, pixel / 2)) {
            return Optional.of("another position");
        }
        return differ(spacing, other.spacing, SPACING_TOLERANCE * pixel)
                ? Optional.of("pixels of another size")
                : Optional.empty();
    }

    private static boolean differ(Optional<List<Double>> some, Optional<List<Double>> others, double tolerance) {
        if (some.isEmpty() || others.isEmpty()) {
            return false;
        }
        for (int i = 0; i < some.get().size(); i++) {
            if (Math.abs(some.get().get(i) - others.get().get(i)) > tolerance) {
                return true;
            }
        }
        return false;
    }

    private static double smallest(List<Double> lengths) {
        return Math.min(Math.abs(lengths.get(0)), Math.abs(lengths.get(1)));
    }

    private static Optional<List<Double>> numbers(DataSet source, Attribute attribute, int count) {
        try {
            return source.text(attribute)
                    .map(text -> Arrays.stream(text.split("\\\\", -1))
                            .map(part -> Double.valueOf(part.strip()))
                            .toList())
                    .filter(numbers ->
                            numbers.size() == count && numbers.stream().allMatch(Double::isFinite));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
