package io.limen.producer.adapter.cli;

import io.limen.producer.domain.deployment.ModelVersion;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code NAME@VERSION}. */
final class ModelConverter implements ITypeConverter<ModelVersion> {

    @Override
    public ModelVersion convert(String text) {
        try {
            return ModelVersion.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("'" + text + "' is not of the form NAME@VERSION, for instance unet@1");
        }
    }
}
