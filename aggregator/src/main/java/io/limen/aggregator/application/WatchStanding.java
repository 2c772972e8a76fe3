package io.limen.aggregator.application;

/**
 * Where a watch stands, in numbers that a rule of an alerting system can compare.
 *
 * @param state 0 learning, 1 ok, 2 suspect, 3 alert, 4 cleared
 * @param statistic the detection statistic, 0 or more
 * @param expectedRunLength the line that it has to reach
 */
public record WatchStanding(int state, double statistic, double expectedRunLength) {}
