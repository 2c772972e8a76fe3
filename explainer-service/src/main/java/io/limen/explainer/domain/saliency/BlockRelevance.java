package io.limen.explainer.domain.saliency;

/**
 * What a method says of each treated block: the greater, the more the block's content supports the segmentation of the region.
 * Units are the method's own.
 *
 * @param values one per treated block, in their order, all finite
 */
public record BlockRelevance(double[] values) {

    public BlockRelevance {
        values = values.clone();
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("BlockRelevance: " + value);
            }
        }
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    /** How many blocks there are. */
    public int size() {
        return values.length;
    }
}
