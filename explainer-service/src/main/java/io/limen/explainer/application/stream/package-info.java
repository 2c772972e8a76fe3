/** Work from a stream: where cases come from, what becomes of each, and the workers that see to it. */
package io.limen.explainer.application.stream;
