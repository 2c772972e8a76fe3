/** The words for how a model perceived one case: class of strategy, profile around the region, reference mode. */
package io.limen.aggregator.domain.strategy;
