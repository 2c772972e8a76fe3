/** What an evaluation says over all cases: how methods and models compare, how models perceive, and what failed. */
package io.limen.explainer.application.evaluate.summary;
