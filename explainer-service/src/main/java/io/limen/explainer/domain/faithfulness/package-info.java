/**
 * How well a map of attributions tells what a segmentation rests on: curves of the region's Dice while blocks are taken away or put back in the
 * map's order (method, section 8), and what can be read off them.
 */
package io.limen.explainer.domain.faithfulness;
