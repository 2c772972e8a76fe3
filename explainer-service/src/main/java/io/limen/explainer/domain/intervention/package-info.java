/** Interventions on the input: donor patches, which block gets which, and how many draws are spent where. */
package io.limen.explainer.domain.intervention;
