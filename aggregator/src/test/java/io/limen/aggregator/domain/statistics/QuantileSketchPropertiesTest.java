package io.limen.aggregator.domain.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.aggregator.domain.strategy.Feature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class QuantileSketchPropertiesTest {

    @Property(tries = 300)
    void aQuantileIsTheValueOfItsRankToWithinTheBound(
            @ForAll Feature.Scale scale, @ForAll @IntRange(min = 1, max = 400) int count, @ForAll long seed) {
        List<Double> values = draw(scale, count, new Random(seed));
        QuantileSketch sketch = sketch(scale, values);
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);

        sketch.quantiles().forEach((probability, quantile) -> {
            double exact = sorted.get((int) Math.ceil(probability * count - 1e-9) - 1);
            assertEquals(exact, quantile, sketch.errorAt(exact) + 1e-9, () -> scale + " " + probability);
        });
        assertEquals(QuantileSketch.PROBABILITIES.size(), sketch.quantiles().size());
    }

    @Property(tries = 200)
    void mergedInAnyOrderAndGroupingItIsExactlyThatOfOnePass(
            @ForAll Feature.Scale scale,
            @ForAll @IntRange(max = 100) int count,
            @ForAll @IntRange(min = 1, max = 5) int parts,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<Double> values = new ArrayList<>(draw(scale, count, random));
        QuantileSketch onePass = sketch(scale, values);
        Collections.shuffle(values, random);
        List<QuantileSketch> grouped = new ArrayList<>(Collections.nCopies(parts, QuantileSketch.empty(scale)));
        for (double value : values) {
            int part = random.nextInt(parts);
            grouped.set(part, grouped.get(part).add(value));
        }

        QuantileSketch merged =
                grouped.stream().reduce(QuantileSketch::merge).orElseThrow().merge(QuantileSketch.empty(scale));

        assertEquals(count, merged.count());
        assertEquals(onePass.quantiles(), merged.quantiles());
        if (count > 0) {
            assertEquals(onePass, merged);
        }
    }

    @Property(tries = 100)
    void whatIsBeyondTheScaleCountsAtItsEnd(@ForAll Feature.Scale scale, @ForAll @Size(max = 5) List<Double> values) {
        QuantileSketch sketch = QuantileSketch.empty(scale).add(-1e12).add(1e12);
        for (double value : values) {
            sketch = Double.isFinite(value) ? sketch.add(value) : sketch;
        }

        SketchScale grid = SketchScale.of(scale);
        for (double quantile : sketch.quantiles().values()) {
            assertTrue(
                    quantile >= grid.low() && quantile <= grid.high() * (1 + 1.0 / 128), () -> scale + " " + quantile);
        }
    }

    @Test
    void whatItsEncodingSaysIsTheSame() {
        QuantileSketch sketch = sketch(Feature.Scale.UNIT, List.of(0.1, 0.2, 0.2));

        assertEquals(sketch, QuantileSketch.decoded(Feature.Scale.UNIT, sketch.encoded()));
        assertEquals(0.2, sketch.quantiles().get(0.5), 0.0005);
    }

    @Test
    void neitherNotANumberNorAnotherScaleIsTaken() {
        QuantileSketch sketch = QuantileSketch.empty(Feature.Scale.UNIT);

        assertThrows(IllegalArgumentException.class, () -> sketch.add(Double.NaN));
        assertThrows(
                IllegalArgumentException.class, () -> sketch.merge(QuantileSketch.empty(Feature.Scale.SIGNED_UNIT)));
        assertTrue(sketch.quantiles().isEmpty());
    }

    private static QuantileSketch sketch(Feature.Scale scale, List<Double> values) {
        QuantileSketch sketch = QuantileSketch.empty(scale);
        for (double value : values) {
            sketch = sketch.add(value);
        }
        return sketch;
    }

    private static List<Double> draw(Feature.Scale scale, int count, Random random) {
        SketchScale grid = SketchScale.of(scale);
        return random.doubles(count)
                .map(share -> scale == Feature.Scale.RATIO
                        ? Math.exp(share * 16) - 1
                        : grid.low() + share * (grid.high() - grid.low()))
                .map(value -> Math.min(value, grid.high()))
                .boxed()
                .toList();
    }
}
