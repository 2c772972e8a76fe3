/** Finds what of an input can reach a region, so that the rest is neither treated nor computed. */
package io.limen.explainer.application.support;
