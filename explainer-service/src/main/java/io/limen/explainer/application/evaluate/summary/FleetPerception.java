package io.limen.explainer.application.evaluate.summary;

import io.limen.explainer.domain.comparison.Estimate;

/**
 * How differently all models perceive; generalised Jensen-Shannon divergences, nats, within + between = total.
 *
 * @param within models, weighted by their profiles
 * @param between models
 * @param total of all profiles
 */
public record FleetPerception(Estimate within, Estimate between, Estimate total) {}
