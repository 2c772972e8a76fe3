package io.limen.explainer.domain.strategy;

import java.util.Arrays;
import java.util.Optional;

/**
 * How far from the region the effects lie and how evenly they are spread, from the distribution p_i = a_i / sum a over
 * the B treated blocks. Cost O(B), O(B log B) for the Gini coefficient.
 */
final class ShapeFeatures {

    private final BlockGeometry geometry;
    private final double[] sizes;
    private final double[] shares;

    /**
     * @param sizes a per treated block, 0 or more, at least one above 0
     */
    ShapeFeatures(BlockGeometry geometry, double[] sizes) {
        double sum = Arrays.stream(sizes).sum();
        if (!(sum > 0) || sizes.length != geometry.size()) {
            throw new IllegalArgumentException("ShapeFeatures: " + sizes.length + " sizes with sum " + sum);
        }
        this.geometry = geometry;
        this.sizes = sizes;
        this.shares = Arrays.stream(sizes).map(size -> size / sum).toArray();
    }

    /** Sum of p where r is at most 1, in [0,1]. */
    double locality() {
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += geometry.radius(i) <= 1 ? shares[i] : 0;
        }
        return Math.min(1, sum);
    }

    /** Locality over the share of blocks with r at most 1; 1 for a uniform map; empty when there is no such block. */
    Optional<Double> enrichment() {
        int near = 0;
        for (int i = 0; i < shares.length; i++) {
            near += geometry.radius(i) <= 1 ? 1 : 0;
        }
        return near == 0 ? Optional.empty() : Optional.of(locality() * shares.length / near);
    }

    /** Sum of p r over the mean of r; 0 or more, 1 for a uniform map. */
    double causalRadius() {
        double weighted = 0;
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            weighted += shares[i] * geometry.radius(i);
            sum += geometry.radius(i);
        }
        return weighted * shares.length / sum;
    }

    /** -sum p ln p / ln B (Shannon 1948, normalised), in [0,1]; 0 when B is 1. */
    double entropy() {
        double sum = Arrays.stream(shares)
                .filter(share -> share > 0)
                .map(share -> -share * Math.log(share))
                .sum();
        return shares.length == 1 ? 0 : Math.max(0, Math.min(1, sum / Math.log(shares.length)));
    }

    /** 1 / (B sum p^2), the share of the blocks that take part, in (0,1]. */
    double participation() {
        return Math.min(1, effectiveBlocks() / shares.length);
    }

    /** 1 / sum p^2: as many equal blocks would be as spread out; in [1,B]. */
    double effectiveBlocks() {
        return 1 / Arrays.stream(shares).map(share -> share * share).sum();
    }

    /** Gini coefficient of a, sum (2 i - B - 1) a_(i) / (B sum a) over a in ascending order; in [0,1). */
    double gini() {
        double[] ascending = sizes.clone();
        Arrays.sort(ascending);
        double weighted = 0;
        double sum = 0;
        for (int i = 0; i < ascending.length; i++) {
            weighted += (2.0 * (i + 1) - ascending.length - 1) * ascending[i];
            sum += ascending[i];
        }
        return Math.max(0, weighted / (ascending.length * sum));
    }
}
