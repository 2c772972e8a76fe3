/** Dice, effects of interventions, their estimates and their significance. */
package io.limen.explainer.domain.effect;
