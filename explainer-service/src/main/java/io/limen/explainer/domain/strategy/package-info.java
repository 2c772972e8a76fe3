/** How a model perceives one case: features of an attribution map and the class of strategy. */
package io.limen.explainer.domain.strategy;
