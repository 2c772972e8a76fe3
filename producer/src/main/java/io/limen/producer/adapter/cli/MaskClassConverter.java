package io.limen.producer.adapter.cli;

import io.limen.producer.application.MaskClass;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the value of a class, or its name. */
final class MaskClassConverter implements ITypeConverter<MaskClass> {

    @Override
    public MaskClass convert(String text) {
        try {
            return text.matches("-?\\d{1,9}")
                    ? new MaskClass.Value(Integer.parseInt(text))
                    : new MaskClass.Named(text.strip());
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("1 or more, or the name of a class, not '" + text + "'");
        }
    }
}
