package io.limen.producer.adapter.dicom.pixel;

import io.limen.producer.adapter.dicom.element.Attribute;
import io.limen.producer.adapter.dicom.element.DataSet;
import io.limen.producer.adapter.dicom.element.UnusableDicom;
import io.limen.producer.adapter.dicom.pixel.PixelDescription.Photometric;
import io.limen.producer.domain.grayscale.LookupTable;
import io.limen.producer.domain.grayscale.Window;
import io.limen.producer.domain.grayscale.Window.Function;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * What a screen shows of gray samples: modality transformation, then the first window or table of the file (PS3.3, C.11.1 and
 * C.11.2). Without either, 8-bit samples are shown as they are, others from the frame's smallest value to its largest.
 */
final class GrayLevels {

    private static final int WHITE = 255;

    /** Far beyond any unit, and far enough from the largest number to reckon with. */
    private static final double LARGEST_RESCALE = 1e30;

    private final PixelDescription description;
    private final DataSet header;
    private final FunctionalGroups groups;

    GrayLevels(PixelDescription description, DataSet header, int frame) {
        this.description = description;
        this.header = header;
        this.groups = new FunctionalGroups(header, frame);
    }

    /**
     * Gray levels of a frame.
     *
     * @param stored samples as they are stored, [row, column]
     * @return 0 black to 255 white, in the same order; what the file calls padding is black
     */
    int[] of(int[] stored) throws UnusableDicom {
        int[] values = Arrays.stream(stored).map(description.bits()::value).toArray();
        boolean[] padding = padding(values);
        DoubleUnaryOperator modality = modality();
        DoubleUnaryOperator shown = shown(values, padding, modality);
        boolean inverse = description.photometric() == Photometric.MONOCHROME1;
        int[] gray = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            double level = shown.applyAsDouble(modality.applyAsDouble(values[i]));
            double bounded = Math.max(0, Math.min(1, level));
            gray[i] = padding[i] ? 0 : (int) Math.rint(WHITE * (inverse ? 1 - bounded : bounded));
        }
        return gray;
    }

    private boolean[] padding(int[] values) {
        boolean[] padding = new boolean[values.length];
        OptionalInt value = signed(header.unsigned(Attribute.PIXEL_PADDING_VALUE));
        if (value.isPresent()) {
            int other =
                    signed(header.unsigned(Attribute.PIXEL_PADDING_RANGE_LIMIT)).orElse(value.getAsInt());
            int low = Math.min(value.getAsInt(), other);
            int high = Math.max(value.getAsInt(), other);
            for (int i = 0; i < values.length; i++) {
                padding[i] = values[i] >= low && values[i] <= high;
            }
        }
        return padding;
    }

    private OptionalInt signed(OptionalInt word) {
        return word.isPresent() && description.bits().signed() ? OptionalInt.of((short) word.getAsInt()) : word;
    }

    private DoubleUnaryOperator modality() throws UnusableDicom {
        Optional<DataSet> table = header.item(Attribute.MODALITY_LUT_SEQUENCE);
        if (table.isPresent()) {
            return LookupTables.of(table.get(), description.bits().signed())::at;
        }
        DataSet source = groups.holding(Attribute.PIXEL_VALUE_TRANSFORMATION_SEQUENCE);
        double slope = source.decimal(Attribute.RESCALE_SLOPE).orElse(1.0);
        double intercept = source.decimal(Attribute.RESCALE_INTERCEPT).orElse(0.0);
        if (Math.max(Math.abs(slope), Math.abs(intercept)) > LARGEST_RESCALE) {
            throw new UnusableDicom("a rescale slope or intercept that no scanner has");
        }
        return value -> value * slope + intercept;
    }

    private DoubleUnaryOperator shown(int[] values, boolean[] padding, DoubleUnaryOperator modality)
            throws UnusableDicom {
        DataSet source = groups.holding(Attribute.FRAME_VOI_LUT_SEQUENCE);
        Optional<Double> center = source.decimal(Attribute.WINDOW_CENTER);
        Optional<Double> width = source.decimal(Attribute.WINDOW_WIDTH);
        if (center.isPresent() && width.isPresent()) {
            return window(center.get(), width.get(), source)::apply;
        }
        Optional<DataSet> table = header.item(Attribute.VOI_LUT_SEQUENCE);
        if (table.isPresent()) {
            // values after the rescale may be negative where stored ones are not
            LookupTable levels = LookupTables.of(table.get(), modality.applyAsDouble(smallest()) < 0);
            return value -> levels.at(value) / (double) levels.largest();
        }
        if (description.bits().stored() == Byte.SIZE && !description.bits().signed() && isIdentity(modality)) {
            return value -> value / WHITE;
        }
        return Window.between(extreme(values, padding, modality, -1), extreme(values, padding, modality, 1))::apply;
    }

    private static boolean isIdentity(DoubleUnaryOperator modality) {
        return IntStream.rangeClosed(0, WHITE).allMatch(value -> modality.applyAsDouble(value) == value);
    }

    private int smallest() {
        return description.bits().signed() ? -(1 << (description.bits().stored() - 1)) : 0;
    }

    private static Window window(double center, double width, DataSet source) throws UnusableDicom {
        String name = source.text(Attribute.VOI_LUT_FUNCTION).orElse("LINEAR");
        try {
            return new Window(center, width, Function.valueOf(name));
        } catch (IllegalArgumentException e) {
            throw new UnusableDicom("a window that DICOM does not allow");
        }
    }

    private static double extreme(int[] values, boolean[] padding, DoubleUnaryOperator modality, int sign) {
        double extreme = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            if (!padding[i]) {
                extreme = Math.max(extreme, sign * modality.applyAsDouble(values[i]));
            }
        }
        return extreme == Double.NEGATIVE_INFINITY ? 0 : sign * extreme;
    }
}
