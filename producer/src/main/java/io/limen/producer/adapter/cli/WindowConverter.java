package io.limen.producer.adapter.cli;

import io.limen.producer.domain.volume.Window;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code LOW,HIGH}. */
final class WindowConverter implements ITypeConverter<Window> {

    @Override
    public Window convert(String text) {
        String[] ends = text.split(",", -1);
        try {
            if (ends.length == 2 && Double.parseDouble(ends[0]) < Double.parseDouble(ends[1])) {
                return new Window(Double.parseDouble(ends[0]), Double.parseDouble(ends[1]));
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new TypeConversionException("'" + text + "' is not of the form LOW,HIGH, such as -160,240");
    }
}
