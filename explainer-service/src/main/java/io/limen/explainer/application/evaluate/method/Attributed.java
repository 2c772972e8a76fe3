package io.limen.explainer.application.evaluate.method;

import io.limen.explainer.domain.attribution.Explanation;
import io.limen.explainer.domain.saliency.BlockRelevance;
import java.util.Optional;

/**
 * A method's map and what it cost.
 *
 * @param relevance one value per treated block
 * @param forwards forward passes of one image; a gradient counts as the engine counts it
 * @param explanation with error bars and strategy, of the methods that give one
 */
public record Attributed(BlockRelevance relevance, long forwards, Optional<Explanation> explanation) {

    /** Of a method that gives nothing but a map. */
    public Attributed(BlockRelevance relevance, long forwards) {
        this(relevance, forwards, Optional.empty());
    }
}
