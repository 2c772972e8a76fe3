package io.limen.explainer.domain.strategy;

import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The definitions of the features, written down once more as directly as possible. */
final class PlainFeatures {

    private static final double[] RINGS = {0.5, 1, 1.5, 2, 3, Double.POSITIVE_INFINITY};

    private final List<Block> blocks;
    private final RegionOfInterest region;
    private final double[] ate;
    private final double[] signed;
    private double sum;

    PlainFeatures(List<Block> blocks, RegionOfInterest region, double[] ate, boolean[] significant) {
        this.blocks = blocks;
        this.region = region;
        this.ate = ate;
        this.signed = new double[ate.length];
        for (int i = 0; i < ate.length; i++) {
            signed[i] = significant[i] ? ate[i] : 0;
            sum += Math.abs(signed[i]);
        }
    }

    double share(int sign) {
        double count = 0;
        for (double effect : ate) {
            count += Math.signum(effect) == sign ? 1 : 0;
        }
        return count / ate.length;
    }

    double locality() {
        double near = 0;
        for (int i = 0; i < ate.length; i++) {
            near += r(i) <= 1 ? p(i) : 0;
        }
        return near;
    }

    double enrichment() {
        double blocksNear = 0;
        for (int i = 0; i < ate.length; i++) {
            blocksNear += r(i) <= 1 ? 1 : 0;
        }
        return locality() / (blocksNear / ate.length);
    }

    double causalRadius() {
        double mean = 0;
        double weighted = 0;
        for (int i = 0; i < ate.length; i++) {
            mean += r(i) / ate.length;
            weighted += p(i) * r(i);
        }
        return weighted / mean;
    }

    double entropy() {
        double entropy = 0;
        for (int i = 0; i < ate.length; i++) {
            entropy -= p(i) == 0 ? 0 : p(i) * Math.log(p(i)) / Math.log(ate.length);
        }
        return entropy;
    }

    double participation() {
        double squares = 0;
        for (int i = 0; i < ate.length; i++) {
            squares += p(i) * p(i);
        }
        return 1 / (ate.length * squares);
    }

    /** Mean absolute difference of all pairs over twice the mean. */
    double gini() {
        double differences = 0;
        for (double one : signed) {
            for (double other : signed) {
                differences += Math.abs(Math.abs(one) - Math.abs(other));
            }
        }
        return differences / (2.0 * ate.length * sum);
    }

    double signBalance() {
        double balance = 0;
        for (double effect : signed) {
            balance += effect;
        }
        return balance / sum;
    }

    double axisEnrichment() {
        Map<Integer, double[]> rings = new TreeMap<>();
        for (int i = 0; i < ate.length; i++) {
            if (r(i) > 1) {
                double[] ring = rings.computeIfAbsent((int) Math.ceil(2 * r(i)), key -> new double[4]);
                int kind = inRows(i) || inColumns(i) ? 0 : 2;
                ring[kind] += 1;
                ring[kind + 1] += Math.abs(signed[i]);
            }
        }
        double blocksOn = 0;
        double on = 0;
        double off = 0;
        for (double[] ring : rings.values()) {
            if (ring[0] > 0 && ring[2] > 0) {
                blocksOn += ring[0];
                on += ring[1];
                off += ring[0] * (ring[3] / ring[2]);
            }
        }
        return Math.log(on / blocksOn) - Math.log(off / blocksOn);
    }

    double scanAsymmetry() {
        double before = 0;
        double after = 0;
        for (int i = 0; i < ate.length; i++) {
            boolean first = inRows(i) ? centreX(i) < region.x() : centreY(i) < region.y();
            before += first ? Math.abs(signed[i]) : 0;
            after += first ? 0 : Math.abs(signed[i]);
        }
        return (before - after) / (before + after);
    }

    double[] profile() {
        double[] profile = new double[48];
        for (int i = 0; i < ate.length; i++) {
            int ring = 0;
            while (r(i) > RINGS[ring]) {
                ring++;
            }
            double right = centreX(i) - (region.x() + region.width() / 2.0);
            double up = region.y() + region.height() / 2.0 - centreY(i);
            double clockwiseFromAbove = (Math.toDegrees(Math.atan2(right, up)) + 360) % 360;
            int quadrant = (int) Math.floor((clockwiseFromAbove + 45 + 1e-9) / 90) % 4;
            profile[ring * 8 + quadrant * 2 + (signed[i] > 0 ? 1 : 0)] += p(i);
        }
        return profile;
    }

    private double p(int i) {
        return Math.abs(signed[i]) / sum;
    }

    private double r(int i) {
        double dy = inRows(i)
                ? 0
                : Math.min(Math.abs(centreY(i) - region.y()), Math.abs(centreY(i) - region.y() - region.height()));
        double dx = inColumns(i)
                ? 0
                : Math.min(Math.abs(centreX(i) - region.x()), Math.abs(centreX(i) - region.x() - region.width()));
        return Math.sqrt(dy * dy + dx * dx) / Math.sqrt(region.area());
    }

    private boolean inRows(int i) {
        return centreY(i) >= region.y() && centreY(i) <= region.y() + region.height();
    }

    private boolean inColumns(int i) {
        return centreX(i) >= region.x() && centreX(i) <= region.x() + region.width();
    }

    private double centreY(int i) {
        return blocks.get(i).y() + blocks.get(i).height() / 2.0;
    }

    private double centreX(int i) {
        return blocks.get(i).x() + blocks.get(i).width() / 2.0;
    }
}
