package io.limen.explainer.domain.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A recorded explanation against the same one computed again, bit for bit. Cost O(cells).
 *
 * @param fields fields compared
 * @param cells cells compared
 * @param differences one for each field that is not the same, by name
 */
public record ReplayComparison(int fields, int cells, List<FieldDifference> differences) {

    /** Percentage points, and what else the fields are in: ten times what another number of threads and other instructions came to. */
    private static final double ROUNDING = 1e-4;

    public ReplayComparison {
        differences = List.copyOf(differences);
    }

    /** Compares every field that either has. */
    public static ReplayComparison of(ExplanationValues recorded, ExplanationValues recomputed) {
        SortedSet<String> names = new TreeSet<>(recorded.fields().keySet());
        names.addAll(recomputed.fields().keySet());
        List<FieldDifference> differences = new ArrayList<>();
        int cells = 0;
        for (String name : names) {
            List<Cell> before = recorded.cells(name);
            List<Cell> now = recomputed.cells(name);
            cells += Math.max(before.size(), now.size());
            difference(name, before, now).ifPresent(differences::add);
        }
        return new ReplayComparison(names.size(), cells, differences);
    }

    /** Whether every bit is the same. */
    public boolean identical() {
        return differences.isEmpty();
    }

    /** Whether numbers alone differ, and none by more than another processor's rounding explains: the same draws, the same words. */
    public boolean isRounding() {
        return !identical()
                && differences.stream()
                        .allMatch(difference -> !difference.isOfAnotherSize()
                                && difference.incomparable() == 0
                                && difference.largest() <= ROUNDING);
    }

    private static Optional<FieldDifference> difference(String name, List<Cell> before, List<Cell> now) {
        int differing = 0;
        int incomparable = 0;
        double largest = 0;
        for (int i = 0; i < Math.min(before.size(), now.size()); i++) {
            if (before.get(i).equals(now.get(i))) {
                continue;
            }
            differing++;
            double distance = distance(before.get(i), now.get(i));
            if (Double.isFinite(distance)) {
                largest = Math.max(largest, distance);
            } else {
                incomparable++;
            }
        }
        return differing == 0 && before.size() == now.size()
                ? Optional.empty()
                : Optional.of(new FieldDifference(name, before.size(), now.size(), differing, largest, incomparable));
    }

    /** NaN where one of the two is no finite number. */
    private static double distance(Cell before, Cell now) {
        return before instanceof Cell.Decimal one && now instanceof Cell.Decimal other
                ? Math.abs(one.value() - other.value())
                : Double.NaN;
    }
}
