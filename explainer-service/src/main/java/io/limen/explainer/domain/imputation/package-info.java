/** Ways to take blocks out of an image, so that what they held is gone. */
package io.limen.explainer.domain.imputation;
