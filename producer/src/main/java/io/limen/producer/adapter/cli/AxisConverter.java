package io.limen.producer.adapter.cli;

import io.limen.producer.domain.volume.Axis;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code axial}, {@code coronal} and {@code sagittal}. */
final class AxisConverter implements ITypeConverter<Axis> {

    @Override
    public Axis convert(String text) {
        return switch (text) {
            case "axial" -> Axis.AXIAL;
            case "coronal" -> Axis.CORONAL;
            case "sagittal" -> Axis.SAGITTAL;
            default -> throw new TypeConversionException("'" + text + "' is none of axial, coronal and sagittal");
        };
    }
}
