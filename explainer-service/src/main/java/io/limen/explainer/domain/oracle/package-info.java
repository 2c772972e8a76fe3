/**
 * What a map of effects is held against: the true mean effects of a sample of blocks, measured with many draws, and the
 * error of the whole map that follows from them.
 */
package io.limen.explainer.domain.oracle;
