package io.limen.producer.adapter.cli;

import io.limen.producer.domain.series.Scenario;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code steady}, {@code drift} and {@code sticker}. */
final class ScenarioConverter implements ITypeConverter<Scenario> {

    @Override
    public Scenario convert(String text) {
        return switch (text) {
            case "steady" -> Scenario.STEADY;
            case "drift" -> Scenario.DRIFT;
            case "sticker" -> Scenario.STICKER;
            default -> throw new TypeConversionException("'" + text + "' is none of steady, drift and sticker");
        };
    }
}
