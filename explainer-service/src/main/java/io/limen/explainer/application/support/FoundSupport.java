package io.limen.explainer.application.support;

import io.limen.explainer.domain.image.Window;
import io.limen.explainer.domain.support.ReceptiveSupport;
import java.util.Optional;

/**
 * What a search found.
 *
 * @param support what can reach the region
 * @param crop the part of the input that will do; empty: none
 * @param forwards forward passes that the search took
 */
record FoundSupport(ReceptiveSupport support, Optional<Window> crop, int forwards) {}
