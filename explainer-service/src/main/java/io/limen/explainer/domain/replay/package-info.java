/** Two explanations of one case, value by value. */
package io.limen.explainer.domain.replay;
