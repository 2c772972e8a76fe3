package io.limen.aggregator.application.report;

import io.limen.aggregator.domain.comparison.AcceptanceLimits;

/**
 * Limits of acceptance, and what proves which they were.
 *
 * @param file its name
 * @param sha256 of its bytes, 64 hexadecimal digits
 * @param limits what it says
 */
public record StatedLimits(String file, String sha256, AcceptanceLimits limits) {}
