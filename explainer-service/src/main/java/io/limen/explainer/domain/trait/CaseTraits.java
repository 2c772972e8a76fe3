package io.limen.explainer.domain.trait;

/**
 * Traits of a case.
 *
 * @param input of the image as the model gets it: at its input size, before normalisation
 * @param output of the model's answer before any intervention
 */
public record CaseTraits(InputTraits input, OutputTraits output) {}
