package io.limen.producer.adapter.cli;

import io.limen.producer.domain.image.Area;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Y,X,H,W. */
final class AreaConverter implements ITypeConverter<Area> {

    private static final int NUMBERS = 4;

    @Override
    public Area convert(String text) {
        String[] parts = text.split(",", -1);
        try {
            if (parts.length == NUMBERS) {
                return new Area(number(parts[0]), number(parts[1]), number(parts[2]), number(parts[3]));
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new TypeConversionException("expected Y,X,H,W in pixels, such as 0,0,40,512, not '" + text + "'");
    }

    private static int number(String text) {
        return Integer.parseInt(text.strip());
    }
}
