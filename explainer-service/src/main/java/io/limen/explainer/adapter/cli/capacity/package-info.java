/** {@code limen capacity}: what a number of explanations a minute needs. */
package io.limen.explainer.adapter.cli.capacity;
