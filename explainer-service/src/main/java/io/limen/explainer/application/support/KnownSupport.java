package io.limen.explainer.application.support;

import io.limen.explainer.domain.support.ReceptiveSupport;

/**
 * A support, and what it takes to find it.
 *
 * @param support what can reach the region
 * @param forwards forward passes of the search for it
 */
record KnownSupport(ReceptiveSupport support, int forwards) {}
