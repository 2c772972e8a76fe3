/** The use case {@code ExplainCase}, its outcomes, and the ports it needs. */
package io.limen.explainer.application;
