/** Images, masks, probability maps, the region of interest and the grid of blocks. */
package io.limen.explainer.domain.image;
