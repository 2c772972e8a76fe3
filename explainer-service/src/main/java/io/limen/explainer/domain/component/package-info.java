/** Parts of a network, what can be done to them, and what that does to the region's segmentation. */
package io.limen.explainer.domain.component;
