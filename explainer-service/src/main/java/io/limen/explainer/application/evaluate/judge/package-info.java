/** How a method's map of one case is judged, with donors that no method has seen. */
package io.limen.explainer.application.evaluate.judge;
