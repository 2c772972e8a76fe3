/**
 * Whether a group still perceives as it did: every study is ranked among the reference and all studies since, bets against
 * exchangeability grow evidence, and an alarm is raised when the evidence reaches the promised run length.
 */
package io.limen.aggregator.domain.drift;
