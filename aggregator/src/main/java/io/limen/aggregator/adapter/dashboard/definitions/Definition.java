package io.limen.aggregator.adapter.dashboard.definitions;

/**
 * What a figure means.
 *
 * @param name as in records and in JSON
 * @param words for people who know neither the method nor the mathematics
 * @param formula for those who do; p, r and B as in the schema of StrategyFeatures
 * @param range what values it takes
 */
public record Definition(String name, String words, String formula, String range) {}
