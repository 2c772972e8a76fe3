package io.limen.producer.application;

import io.limen.producer.domain.volume.Axis;
import io.limen.producer.domain.volume.Window;
import java.util.Objects;
import java.util.Optional;

/**
 * What the user says about volumes.
 *
 * @param axis which slices
 * @param window which values are shown; empty: what the volume's percentiles say
 * @param allSlices whether slices without any foreground in their mask are published, too
 */
public record VolumeChoice(Axis axis, Optional<Window> window, boolean allSlices) {

    /** Axial slices with foreground. */
    public static final VolumeChoice PLAIN = new VolumeChoice(Axis.AXIAL, Optional.empty(), false);

    public VolumeChoice {
        Objects.requireNonNull(axis, "axis");
        Objects.requireNonNull(window, "window");
    }
}
