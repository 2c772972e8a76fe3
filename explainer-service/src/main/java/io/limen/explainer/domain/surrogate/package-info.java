/** What gradients at the unperturbed image predict of the effects, so that draws are needed only for what they miss. */
package io.limen.explainer.domain.surrogate;
