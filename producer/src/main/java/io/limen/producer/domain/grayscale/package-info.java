/** From what a scanner measured to what a screen, or a model, is shown. */
package io.limen.producer.domain.grayscale;
