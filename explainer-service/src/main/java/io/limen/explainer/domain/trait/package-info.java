/** Traits of a case: figures that tell later whether images or answers have changed, whatever the model relies on. */
package io.limen.explainer.domain.trait;
