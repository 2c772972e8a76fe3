package io.limen.explainer.domain.oracle;

import java.util.Map;

/**
 * The oracle's effects of a sample of blocks.
 *
 * @param sample which blocks
 * @param effects by position in the map, one for every sampled block
 */
public record OracleMap(StratifiedSample sample, Map<Integer, OracleEffect> effects) {

    public OracleMap {
        effects = Map.copyOf(effects);
        if (!effects.keySet().containsAll(sample.sampled())) {
            throw new IllegalArgumentException("OracleMap: " + effects.size() + " of " + sample.sampled());
        }
    }

    OracleEffect effect(int block) {
        return effects.get(block);
    }
}
