package io.limen.explainer.application;

import io.limen.explainer.domain.attribution.Explanation;

/** Port: a small picture of an explanation, for a feed of cases. Safe for use by several threads. */
@FunctionalInterface
public interface OverlayRenderer {

    /**
     * The case with its attribution map over it: red supports, blue hinders, the region outlined in green; no text.
     *
     * @param maxSide longer side of the picture in pixels, 16 or more
     * @return PNG
     */
    byte[] png(Explanation explanation, int maxSide);
}
