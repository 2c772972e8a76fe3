package io.limen.aggregator.rehearsal;

import io.limen.schemas.ReferenceMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A made-up attribution map with the figures that describe it.
 *
 * @param effects ATE per block, percentage points, row-major; null inside the region
 * @param distances distance of each block's centre from the region's edge in sides of the region, row-major
 * @param profile 48 cells: ring-major, then side (above, right, below, left), then sign
 */
record SampleMap(List<Double> effects, List<Double> distances, List<Double> profile) {

    private static final double[] RING_EDGES = {0.5, 1, 1.5, 2, 3};

    static SampleMap draw(RandomGenerator random, ReferenceMode mode, double reach, int[] layout) {
        int grid = layout[0];
        List<Double> effects = new ArrayList<>();
        List<Double> distances = new ArrayList<>();
        double[] cells = new double[48];
        double total = 0;
        for (int block = 0; block < grid * grid; block++) {
            double dy = offset(block / grid, layout[1], layout[3]);
            double dx = offset(block % grid, layout[2], layout[3]);
            double distance = Math.hypot(dx, dy) / layout[3];
            distances.add(distance);
            if (dx == 0 && dy == 0) {
                effects.add(null);
                continue;
            }
            double size = 3 * Math.exp(-distance / reach) * random.nextExponential();
            boolean supports = mode == ReferenceMode.PREDICTION || random.nextDouble() < 0.78;
            double effect = size < 0.25 ? 0 : supports ? -size : size;
            effects.add(effect);
            double centreY = block / grid + 0.5 - layout[1] - layout[3] / 2.0;
            double centreX = block % grid + 0.5 - layout[2] - layout[3] / 2.0;
            int quadrant = Math.abs(centreY) >= Math.abs(centreX) ? (centreY < 0 ? 0 : 2) : (centreX > 0 ? 1 : 3);
            cells[(ring(distance) * 4 + quadrant) * 2 + (effect < 0 ? 0 : 1)] += Math.abs(effect);
            total += Math.abs(effect);
        }
        double sum = total;
        List<Double> profile = Arrays.stream(cells)
                .mapToObj(cell -> sum == 0 ? 0.0 : cell / sum)
                .toList();
        return new SampleMap(effects, distances, profile);
    }

    private static double offset(int index, int start, int length) {
        double centre = index + 0.5;
        return centre < start ? start - centre : Math.max(0, centre - start - length);
    }

    private static int ring(double distance) {
        int ring = 0;
        while (ring < RING_EDGES.length && distance > RING_EDGES[ring]) {
            ring++;
        }
        return ring;
    }

    boolean isEmpty() {
        return weights().stream().allMatch(weight -> weight == 0);
    }

    double share(int sign) {
        List<Double> treated = effects.stream().filter(effect -> effect != null).toList();
        return treated.stream().filter(effect -> Math.signum(effect) == sign).count() / (double) treated.size();
    }

    double locality() {
        double near = 0;
        for (int block = 0; block < effects.size(); block++) {
            near += distances.get(block) <= 1 ? weights().get(block) : 0;
        }
        return near;
    }

    double causalRadius() {
        double weighted = 0;
        double mean = 0;
        int treated = 0;
        for (int block = 0; block < effects.size(); block++) {
            if (effects.get(block) != null) {
                weighted += weights().get(block) * distances.get(block);
                mean += distances.get(block);
                treated++;
            }
        }
        return weighted / (mean / treated);
    }

    double entropy() {
        return weights().stream()
                        .filter(weight -> weight > 0)
                        .mapToDouble(weight -> -weight * Math.log(weight))
                        .sum()
                / Math.log(effects.size());
    }

    double participation() {
        return 1
                / (effects.size()
                        * weights().stream()
                                .mapToDouble(weight -> weight * weight)
                                .sum());
    }

    double signBalance() {
        double sum = effects.stream()
                .mapToDouble(effect -> effect == null ? 0 : effect)
                .sum();
        double size = effects.stream()
                .mapToDouble(effect -> effect == null ? 0 : Math.abs(effect))
                .sum();
        return sum / size;
    }

    private List<Double> weights() {
        double size = effects.stream()
                .mapToDouble(effect -> effect == null ? 0 : Math.abs(effect))
                .sum();
        return effects.stream()
                .map(effect -> effect == null || size == 0 ? 0.0 : Math.abs(effect) / size)
                .toList();
    }
}
