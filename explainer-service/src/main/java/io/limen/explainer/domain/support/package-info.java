/** Which pixels of the input can reach a region of the output at all. */
package io.limen.explainer.domain.support;
