package io.limen.explainer.adapter.cli;

import io.limen.explainer.domain.image.RegionOfInterest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code Y,X,H,W}. */
final class RegionConverter implements ITypeConverter<RegionOfInterest> {

    private static final Pattern FOUR_NUMBERS = Pattern.compile("(\\d{1,6}),(\\d{1,6}),(\\d{1,6}),(\\d{1,6})");

    @Override
    public RegionOfInterest convert(String value) {
        Matcher numbers = FOUR_NUMBERS.matcher(value.strip());
        if (!numbers.matches()) {
            throw new TypeConversionException(
                    "'" + value + "' is not top row, left column, height and width in pixels, such as 96,120,32,32");
        }
        int height = Integer.parseInt(numbers.group(3));
        int width = Integer.parseInt(numbers.group(4));
        if (height == 0 || width == 0) {
            throw new TypeConversionException("'" + value + "' has no pixels");
        }
        return new RegionOfInterest(
                Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)), height, width);
    }
}
