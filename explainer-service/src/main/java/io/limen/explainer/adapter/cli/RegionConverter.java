package io.limen.explainer.adapter.cli;

import io.limen.explainer.domain.image.RegionOfInterest;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code Y,X,H,W}, {@code object} or {@code mask:FILE}. */
final class RegionConverter implements ITypeConverter<RegionOption> {

    private static final Pattern FOUR_NUMBERS = Pattern.compile("(\\d{1,6}),(\\d{1,6}),(\\d{1,6}),(\\d{1,6})");
    private static final String OBJECT = "object";
    private static final String MASK = "mask:";

    @Override
    public RegionOption convert(String value) {
        String stripped = value.strip();
        if (stripped.equals(OBJECT)) {
            return new RegionOption.LargestObject();
        }
        return stripped.startsWith(MASK) ? maskFile(stripped.substring(MASK.length())) : rectangle(stripped);
    }

    private static RegionOption maskFile(String path) {
        if (path.isEmpty()) {
            throw new TypeConversionException("'" + MASK + "' names no file");
        }
        try {
            return new RegionOption.MaskFile(Path.of(path));
        } catch (InvalidPathException e) {
            throw new TypeConversionException("'" + MASK + "' is followed by what can't be a file's name");
        }
    }

    private static RegionOption rectangle(String value) {
        Matcher numbers = FOUR_NUMBERS.matcher(value);
        if (!numbers.matches()) {
            throw new TypeConversionException(
                    "'" + value + "' is not top row, left column, height and width in pixels, such as 96,120,32,32,"
                            + " nor object, nor mask:FILE");
        }
        int height = Integer.parseInt(numbers.group(3));
        int width = Integer.parseInt(numbers.group(4));
        if (height == 0 || width == 0) {
            throw new TypeConversionException("'" + value + "' has no pixels");
        }
        return new RegionOption.Rectangle(new RegionOfInterest(
                Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)), height, width));
    }
}
