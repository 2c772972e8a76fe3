package io.limen.explainer.application;

import io.limen.explainer.domain.component.Component;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.util.List;

/** Whether a model lets its components be read and replaced. */
public sealed interface Instrumentation {

    /**
     * It does not.
     *
     * @param reason one line for a person, without a full stop
     */
    record NotInstrumented(String reason) implements Instrumentation {}

    /**
     * It did not this time: another image, or more memory, may fare better.
     *
     * @param reason one line for a person, without a full stop
     */
    record NotThisTime(String reason) implements Instrumentation {}

    /**
     * It does.
     *
     * @param components in the order of execution, with the shapes that their outputs have for the image asked about
     * @param opening begins interventions
     */
    record Instrumented(List<Component> components, Opening opening) implements Instrumentation {

        public Instrumented {
            components = List.copyOf(components);
        }
    }

    /** Begins interventions on one image. */
    @FunctionalInterface
    interface Opening {

        /**
         * @param image of the model's input size, or a part of such an image that holds the region's support
         * @param region in the image's coordinates
         * @param donors what components are resampled from and averaged over; without any, ZERO is all that can be done
         * @return owned by one thread, closed after use
         * @throws ModelRejectedException when the forward pass fails
         */
        ComponentProbe open(Image image, RegionOfInterest region, Donors donors) throws ModelRejectedException;
    }

    /**
     * Other images of the kind that is explained.
     *
     * @param parts as large as the image that is probed; of a part of an image the same part of each
     * @param whole the whole images, as many, for means over all positions
     */
    record Donors(List<Image> parts, List<Image> whole) {

        public Donors {
            parts = List.copyOf(parts);
            whole = List.copyOf(whole);
            if (parts.size() != whole.size()) {
                throw new IllegalArgumentException("Donors: " + parts.size() + " parts of " + whole.size() + " images");
            }
        }
    }
}
