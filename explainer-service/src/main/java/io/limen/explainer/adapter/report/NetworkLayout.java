package io.limen.explainer.adapter.report;

import io.limen.explainer.domain.component.Component;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where the parts of a network are drawn, in pixels: stages as boxes in columns, in the order of execution; the lower the resolution, the
 * lower and the flatter, so that encoder and decoder make a U; skip connections as arcs over them.
 *
 * @param boxes stages, in the order of execution
 * @param arcs skip connections whose ends were found
 * @param labelled whether there is room for names and numbers
 * @param width of the picture
 * @param height of the picture
 */
record NetworkLayout(List<Box> boxes, List<Arc> arcs, boolean labelled, double width, double height) {

    /** Share of its column that a labelled box takes; the rest is the gap to the next. */
    static final double LABELLED_SHARE = 0.64;

    /** The same without a label, whose text needs no room of its own. */
    private static final double UNLABELLED_SHARE = 0.72;

    /** What the page leaves a picture without scrolling. */
    private static final double WIDTH = 1040;

    private static final double WIDEST_COLUMN = 124;

    private static final double NARROWEST_COLUMN = 16;

    /** A number of five characters fits a box of this column. */
    private static final double LABELLED_COLUMN = 62;

    private static final double TALLEST = 104;

    private static final double FLATTEST = 32;

    /** Finer steps of resolution than these are all drawn alike. */
    private static final int LEVELS = 7;

    private static final double MARGIN = 16;

    /**
     * One stage.
     *
     * @param number its place in the order of execution, from 1
     * @param level 0 for the greatest resolution, one more for every halving
     */
    record Box(Component component, int number, int level, double x, double y, double width, double height) {

        double middle() {
            return x + width / 2;
        }
    }

    /**
     * One skip connection.
     *
     * @param rise of the curve's control points above the higher end
     */
    record Arc(Component component, Box from, Box to, double rise) {

        double control() {
            return Math.min(from.y(), to.y()) - rise;
        }

        /** Middle of the curve: of a cubic the ends weigh an eighth each. */
        double peak() {
            return (from.y() + to.y() + 6 * control()) / 8;
        }
    }

    /** The layout of the components at layer level. */
    static NetworkLayout of(List<Component> components) {
        List<Component> layers = components.stream().filter(Component::layer).toList();
        List<Component> stages =
                layers.stream().filter(component -> !component.isSkip()).toList();
        double column =
                Math.max(NARROWEST_COLUMN, Math.min(WIDEST_COLUMN, (WIDTH - 2 * MARGIN) / Math.max(1, stages.size())));
        boolean labelled = column >= LABELLED_COLUMN;
        List<Box> flat = boxes(stages, column, labelled, Map.of());
        double head = MARGIN + headroom(SkipArcs.of(layers, flat)) + (labelled ? 0 : 14);
        Map<Integer, Double> tops = tops(flat, head, labelled ? 44 : 20);
        List<Box> boxes = boxes(stages, column, labelled, tops);
        double bottom =
                boxes.stream().mapToDouble(box -> box.y() + box.height()).max().orElse(0) + (labelled ? 40 : 10);
        double width = 2 * MARGIN + column * stages.size();
        return new NetworkLayout(boxes, SkipArcs.of(layers, boxes), labelled, width, bottom);
    }

    private static List<Box> boxes(List<Component> stages, double column, boolean labelled, Map<Integer, Double> tops) {
        double largest = stages.stream().mapToDouble(NetworkLayout::side).max().orElse(1);
        double width = column * (labelled ? LABELLED_SHARE : UNLABELLED_SHARE);
        List<Box> boxes = new ArrayList<>();
        for (Component stage : stages) {
            int level = (int) Math.min(LEVELS, Math.round(Math.log(largest / side(stage)) / Math.log(2)));
            boxes.add(new Box(
                    stage,
                    boxes.size() + 1,
                    level,
                    MARGIN + column * boxes.size() + (column - width) / 2,
                    tops.getOrDefault(level, 0.0),
                    width,
                    Math.max(FLATTEST, TALLEST * Math.pow(2, -level / 2.0))));
        }
        return boxes;
    }

    private static double side(Component component) {
        return Math.sqrt((double) component.height() * component.width());
    }

    /** Rows below each other, one per level in use. */
    private static Map<Integer, Double> tops(List<Box> boxes, double head, double gap) {
        Map<Integer, Double> tops = new TreeMap<>();
        double top = head;
        Map<Integer, Double> heights = new HashMap<>();
        boxes.forEach(box -> heights.put(box.level(), box.height()));
        for (int level : new TreeSet<>(heights.keySet())) {
            tops.put(level, top);
            top += heights.get(level) + gap;
        }
        return tops;
    }

    private static double headroom(List<Arc> arcs) {
        return arcs.stream()
                .filter(arc -> Math.min(arc.from().level(), arc.to().level()) == 0)
                .mapToDouble(arc -> 0.75 * arc.rise() + 12)
                .max()
                .orElse(0);
    }
}
