package io.limen.explainer.adapter.kafka;

import io.limen.explainer.domain.attribution.AttributionMap;
import io.limen.explainer.domain.attribution.BlockEffect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A map as the record's arrays: each [gridHeight, gridWidth], row-major, null where the block touches the region. */
record EffectColumns(
        List<Double> effects,
        List<Double> standardErrors,
        List<Integer> draws,
        List<Boolean> significant,
        List<Boolean> screenedOut,
        List<Boolean> unreachable,
        List<Double> areaEffects) {

    static EffectColumns of(AttributionMap map) {
        List<Optional<BlockEffect>> cells = map.cells();
        return new EffectColumns(
                column(cells, BlockEffect::ate),
                column(cells, BlockEffect::standardError),
                column(cells, BlockEffect::draws),
                column(cells, BlockEffect::significant),
                column(cells, BlockEffect::screenedOut),
                column(cells, BlockEffect::isUnreachable),
                column(cells, BlockEffect::areaEffect));
    }

    private static <T> List<T> column(List<Optional<BlockEffect>> cells, Function<BlockEffect, T> value) {
        List<T> column = new ArrayList<>(cells.size());
        cells.forEach(cell -> column.add(cell.map(value).orElse(null)));
        return column;
    }
}
