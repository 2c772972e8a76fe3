package io.limen.producer.adapter.cli;

import io.limen.producer.application.MaskMeaning;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code ground-truth} and {@code prediction}. */
final class MaskMeaningConverter implements ITypeConverter<MaskMeaning> {

    @Override
    public MaskMeaning convert(String text) {
        return switch (text) {
            case "ground-truth" -> MaskMeaning.GROUND_TRUTH;
            case "prediction" -> MaskMeaning.PREDICTION;
            default -> throw new TypeConversionException("'" + text + "' is neither ground-truth nor prediction");
        };
    }
}
