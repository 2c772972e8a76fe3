package io.limen.aggregator.adapter.report;

import io.limen.aggregator.domain.strategy.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A mean profile around the region as the dashboard draws it: 6 rings of growing distance, 4 sides, in each cell a part that supports
 * and one that hinders; the fuller the colour, the more the model relies on what lies there.
 *
 * @param wedges to draw
 * @param words the same for those who can't see it
 */
record Rose(List<Wedge> wedges, String words) {

    private static final int RINGS = 6;
    private static final List<String> SIDES = List.of("above", "to the right", "below", "to the left");
    private static final List<String> RING_NAMES =
            List.of("up to 0.5", "0.5 to 1", "1 to 1.5", "1.5 to 2", "2 to 3", "over 3");
    private static final double INNER = 30;
    private static final double WIDTH = 20;
    private static final double GAP_DEGREES = 1.2;
    private static final double LINE = 0.8;

    /** A part of a cell. @param kind supports or hinders @param path SVG @param fullness 0 to 1 @param words its shares */
    record Wedge(String kind, String path, String fullness, String words) {}

    /** Of a sum of profiles. */
    static Rose of(Profile sum) {
        double total = sum.total();
        if (total == 0) {
            return new Rose(List.of(), "Nothing outside the region is relied on");
        }
        double largest = 0;
        double near = 0;
        double supports = 0;
        for (int cell = 0; cell < RINGS * SIDES.size(); cell++) {
            double share = supports(sum, cell) + hinders(sum, cell);
            largest = Math.max(largest, share);
            near += cell < 2 * SIDES.size() ? share : 0;
            supports += supports(sum, cell);
        }
        List<Wedge> wedges = new ArrayList<>();
        for (int cell = 0; cell < RINGS * SIDES.size(); cell++) {
            add(wedges, cell, supports(sum, cell) / total, hinders(sum, cell) / total, largest / total);
        }
        return new Rose(
                List.copyOf(wedges),
                String.format(
                        Locale.ROOT,
                        "%.0f %% of the reliance lies within one size of the region, %.0f %% of it supports the segmentation",
                        100 * near / total,
                        100 * supports / total));
    }

    private static double supports(Profile sum, int cell) {
        return sum.cells().get(2 * cell);
    }

    private static double hinders(Profile sum, int cell) {
        return sum.cells().get(2 * cell + 1);
    }

    private static void add(List<Wedge> wedges, int cell, double supports, double hinders, double largest) {
        double share = supports + hinders;
        if (share == 0) {
            return;
        }
        int ring = cell / SIDES.size();
        int side = cell % SIDES.size();
        double start = side * 90 - 45 + GAP_DEGREES;
        double end = side * 90 + 45 - GAP_DEGREES;
        double border = start + (end - start) * supports / share;
        String fullness = String.format(Locale.ROOT, "%.3f", 0.07 + 0.93 * share / largest);
        String words = String.format(
                Locale.ROOT,
                "%s sizes %s: %.1f %% supports, %.1f %% hinders",
                RING_NAMES.get(ring),
                SIDES.get(side),
                100 * supports,
                100 * hinders);
        if (supports > 0) {
            wedges.add(new Wedge("supports", sector(ring, start, border), fullness, words));
        }
        if (hinders > 0) {
            wedges.add(new Wedge("hinders", sector(ring, border, end), fullness, words));
        }
    }

    private static String sector(int ring, double from, double to) {
        double inner = INNER + WIDTH * ring + LINE;
        double outer = INNER + WIDTH * (ring + 1) - LINE;
        return String.format(
                Locale.ROOT,
                "M%sA%.1f %.1f 0 0 1 %sL%sA%.1f %.1f 0 0 0 %sZ",
                point(outer, from),
                outer,
                outer,
                point(outer, to),
                point(inner, to),
                inner,
                inner,
                point(inner, from));
    }

    private static String point(double radius, double degrees) {
        double radians = Math.toRadians(degrees - 90);
        return String.format(Locale.ROOT, "%.2f %.2f", radius * Math.cos(radians), radius * Math.sin(radians));
    }
}
