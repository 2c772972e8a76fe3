/** How differently a model perceives different inputs, and how differently the models of a fleet perceive: divergences and entropies of mergeable sums. */
package io.limen.aggregator.domain.heterogeneity;
