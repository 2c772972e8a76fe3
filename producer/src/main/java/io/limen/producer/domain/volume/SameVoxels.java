package io.limen.producer.domain.volume;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two grids of the same voxels of a body, in another order: axes are exchanged or counted from the other end.
 *
 * @param from one grid
 * @param to the other
 * @param axes for each axis of the first the one of the second that it is
 * @param mirrored for each axis of the first whether the second counts it from the other end
 */
record SameVoxels(VoxelGrid from, VoxelGrid to, List<Integer> axes, List<Boolean> mirrored) {

    /** The plain order first: of two that fit, nothing is exchanged that need not be. */
    private static final List<List<Integer>> ORDERS = List.of(
            List.of(0, 1, 2), List.of(0, 2, 1), List.of(1, 0, 2), List.of(1, 2, 0), List.of(2, 0, 1), List.of(2, 1, 0));

    /** Less than half of a voxel's edge leaves every voxel nearest to its own. */
    private static final double TOLERANCE = 0.5;

    /**
     * How one lies on the other; nothing if they lie elsewhere. Where one of them does not say where it lies, they are taken
     * as they are stored.
     */
    static Optional<SameVoxels> between(VoxelGrid from, VoxelGrid to) {
        if (from.placement().isEmpty() || to.placement().isEmpty()) {
            return from.sizes().equals(to.sizes())
                    ? Optional.of(new SameVoxels(from, to, ORDERS.get(0), List.of(false, false, false)))
                    : Optional.empty();
        }
        return ORDERS.stream()
                .flatMap(axes -> mirrorings().map(mirrored -> new SameVoxels(from, to, axes, mirrored)))
                .filter(SameVoxels::holds)
                .findFirst();
    }

    private static Stream<List<Boolean>> mirrorings() {
        return IntStream.range(0, 8).mapToObj(bits -> List.of((bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0));
    }

    /** Whether nothing is exchanged. */
    boolean isPlain() {
        return axes.equals(ORDERS.get(0)) && !mirrored.contains(true);
    }

    private boolean holds() {
        return IntStream.range(0, 3)
                        .allMatch(
                                axis -> from.sizes().get(axis).equals(to.sizes().get(axes.get(axis))))
                && IntStream.range(0, 8).allMatch(this::cornerLiesOnItself);
    }

    /** What is true of the corners is true of all between them. */
    private boolean cornerLiesOnItself(int bits) {
        int[] corner = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            corner[axis] = (bits >> axis & 1) * (from.sizes().get(axis) - 1);
        }
        Placement place = to.placement().orElseThrow();
        return from.placement().orElseThrow().distance(corner, place, other(corner)) < TOLERANCE * place.shortestStep();
    }

    /** The voxel of the second grid that a voxel of the first is, both by their number. */
    int voxel(int number) {
        int width = from.sizes().get(0);
        int height = from.sizes().get(1);
        int[] other = other(new int[] {number % width, number / width % height, number / width / height});
        return (other[2] * to.sizes().get(1) + other[1]) * to.sizes().get(0) + other[0];
    }

    private int[] other(int[] voxel) {
        int[] other = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            other[axes.get(axis)] = mirrored.get(axis) ? from.sizes().get(axis) - 1 - voxel[axis] : voxel[axis];
        }
        return other;
    }
}
