/**
 * The mean effect of a block over all donors of the bank, from the effects of a few: donors in an order that fills the
 * bank evenly, a Gaussian process over their traits, spreads that neighbouring blocks share, and draws where they gain most.
 */
package io.limen.explainer.domain.quadrature;
