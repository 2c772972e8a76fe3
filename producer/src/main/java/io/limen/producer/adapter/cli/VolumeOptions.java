package io.limen.producer.adapter.cli;

import io.limen.producer.application.VolumeChoice;
import io.limen.producer.domain.volume.Axis;
import io.limen.producer.domain.volume.Window;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that make sense with volumes only. */
final class VolumeOptions {

    @Option(
            names = "--axis",
            paramLabel = "NAME",
            converter = AxisConverter.class,
            description = "Cut volumes into axial (the default), coronal or sagittal slices, each as it is stored.")
    private Axis axis;

    @Option(
            names = "--window",
            paramLabel = "LOW,HIGH",
            converter = WindowConverter.class,
            description = "Values of a volume from black to white, such as -160,240. Default: its 0.5 and 99.5"
                    + " percentiles.")
    private Window window;

    @Option(names = "--all-slices", description = "Publish slices without any foreground in their mask, too.")
    private boolean allSlices;

    /** The first option given, or null. */
    String first() {
        return axis != null ? "--axis" : window != null ? "--window" : allSlices ? "--all-slices" : null;
    }

    VolumeChoice choice() {
        return new VolumeChoice(axis == null ? Axis.AXIAL : axis, Optional.ofNullable(window), allSlices);
    }
}
