/** Encoded images to pixels. */
package io.limen.explainer.adapter.image;
