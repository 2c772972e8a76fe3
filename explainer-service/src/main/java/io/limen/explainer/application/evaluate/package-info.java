/**
 * The use case {@code EvaluateModels}: many models, many cases, many methods of attribution; how faithful each method's maps are, and
 * how each model perceives.
 */
package io.limen.explainer.application.evaluate;
