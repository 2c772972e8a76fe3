package io.limen.aggregator.domain.statistics;

/**
 * What a component is.
 *
 * @param type the submodule's class, or Skip
 * @param channels of its output
 * @param height rows of its output
 * @param width columns of its output
 */
public record ComponentShape(String type, int channels, int height, int width) {}
