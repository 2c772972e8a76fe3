/**
 * Phantoms: dermoscopy-like pictures made from a seed, with the exact mask of their lesion. They stand in for patients
 * in demonstrations, tests and the training of the demo models, and are no substitute for clinical images.
 *
 * <p>A phantom is laid out in the unit square (x to the right, y down, both in [0, 1]) and rendered at any size.
 */
package io.limen.producer.domain.phantom;
