package io.limen.explainer.application;

import io.limen.explainer.domain.image.RegionOfInterest;

/** How the region of a case is found. */
public sealed interface RegionSelection {

    /** The square window on the boundary of the reference mask, of the size that the settings say. */
    record BoundaryWindow() implements RegionSelection {}

    /** The largest object of the reference mask, all its pixels and no other. */
    record LargestObject() implements RegionSelection {}

    /**
     * A region that came with the case.
     *
     * @param region in pixels of the model's output
     */
    record Given(RegionOfInterest region) implements RegionSelection {}
}
