/** Running, mergeable statistics of explanations: moments of every feature, class counts, sums of profiles. */
package io.limen.aggregator.domain.statistics;
