package io.limen.explainer.domain.saliency;

import io.limen.explainer.domain.image.Block;
import java.util.List;

/** Reads a map of pixels block by block. */
public final class BlockMeans {

    private BlockMeans() {}

    /** The same of a map of floats. */
    public static BlockRelevance of(float[] map, int width, List<Block> blocks) {
        double[] values = new double[map.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = map[i];
        }
        return of(values, width, blocks);
    }

    /**
     * The mean of the map over each block. Cost O(pixels).
     *
     * @param map [height, width], row-major
     */
    public static BlockRelevance of(double[] map, int width, List<Block> blocks) {
        double[] means = new double[blocks.size()];
        for (int i = 0; i < means.length; i++) {
            Block block = blocks.get(i);
            double sum = 0;
            for (int y = block.y(); y < block.y() + block.height(); y++) {
                for (int x = block.x(); x < block.x() + block.width(); x++) {
                    sum += map[y * width + x];
                }
            }
            means[i] = sum / (block.height() * block.width());
        }
        return new BlockRelevance(means);
    }
}
