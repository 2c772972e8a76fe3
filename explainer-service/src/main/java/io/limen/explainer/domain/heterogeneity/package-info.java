/** How differently a model perceives different cases, and how differently models perceive: divergences and entropies. */
package io.limen.explainer.domain.heterogeneity;
