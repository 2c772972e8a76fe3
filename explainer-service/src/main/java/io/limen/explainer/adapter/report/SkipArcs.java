package io.limen.explainer.adapter.report;

import io.limen.explainer.adapter.report.NetworkLayout.Arc;
import io.limen.explainer.adapter.report.NetworkLayout.Box;
import io.limen.explainer.domain.component.Component;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which boxes skip connections join, and how high their arcs rise so that none lies on another. */
final class SkipArcs {

    private static final double ARC = 38;
    private static final double LANE = 17;

    private SkipArcs() {}

    /** Short arcs lie below the long ones that span them. */
    static List<Arc> of(List<Component> layers, List<Box> boxes) {
        List<Arc> found = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            Component skip = layers.get(i);
            if (skip.isSkip()) {
                Optional<Box> from = source(skip, boxes);
                Optional<Box> to = target(skip, layers.subList(i, layers.size()), boxes);
                if (from.isPresent()
                        && to.isPresent()
                        && from.get().number() < to.get().number()) {
                    found.add(new Arc(skip, from.get(), to.get(), 0));
                }
            }
        }
        found.sort(Comparator.comparingInt(arc -> arc.to().number() - arc.from().number()));
        List<Arc> arcs = new ArrayList<>();
        for (Arc arc : found) {
            long below = arcs.stream().filter(other -> crosses(arc, other)).count();
            arcs.add(new Arc(arc.component(), arc.from(), arc.to(), ARC + LANE * Math.min(below, 6)));
        }
        return arcs;
    }

    private static boolean crosses(Arc arc, Arc other) {
        boolean apart = arc.to().number() <= other.from().number()
                || other.to().number() <= arc.from().number();
        int row = Math.min(arc.from().level(), arc.to().level());
        return !apart && row == Math.min(other.from().level(), other.to().level());
    }

    /** Whose output it is: the stage of that path, or the one that it lies in. */
    private static Optional<Box> source(Component skip, List<Box> boxes) {
        return named(skip.path().substring(0, Math.max(0, skip.path().indexOf("->"))), boxes);
    }

    /** Who reads it: the stage of that path; of a function such as {@code cat} the stage that runs next. */
    private static Optional<Box> target(Component skip, List<Component> following, List<Box> boxes) {
        Optional<Box> reader = named(skip.path().substring(skip.path().indexOf("->") + 2), boxes);
        if (reader.isPresent()) {
            return reader;
        }
        return boxes.stream().filter(box -> following.contains(box.component())).findFirst();
    }

    private static Optional<Box> named(String path, List<Box> boxes) {
        return boxes.stream()
                .filter(box -> path.equals(box.component().path())
                        || path.startsWith(box.component().path() + "."))
                .max(Comparator.comparingInt(box -> box.component().path().length()));
    }
}
