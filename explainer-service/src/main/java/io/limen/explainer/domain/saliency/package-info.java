/**
 * The parts of other methods of attribution that need no model: what RISE, MiSuRe, SmoothGrad and Seg-Grad-CAM make of the outputs and
 * gradients that they ask for.
 */
package io.limen.explainer.domain.saliency;
