package io.limen.aggregator.domain.statistics;

import io.limen.aggregator.domain.strategy.Feature;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * Quantiles of a feature in bounded memory: HdrHistogram's counters over the feature's scale, held in its encoding.
 * Merging adds counters, so any order and grouping gives exactly what one pass gives. The quantile of probability p of n
 * values is the value of rank ceil(p n), to within {@link #errorAt}: 0.0005 for features in [0,1] and [-1,1], 0.025
 * percentage points for those in [0,100], 0.005 for logarithms in [-10,10], 0.0005 + 1/256 of the value for ratios up to 100,000.
 * Immutable. Adding costs one decoding and encoding, O(counters); at most 2,001 counters, 2,562 for ratios.
 */
public final class QuantileSketch {

    /** Probabilities of the quantiles that are told. */
    public static final List<Double> PROBABILITIES = List.of(0.05, 0.25, 0.5, 0.75, 0.95);

    private final Feature.Scale scale;
    private final byte[] encoded;

    private QuantileSketch(Feature.Scale scale, byte[] encoded) {
        this.scale = scale;
        this.encoded = encoded;
    }

    /** Of no values. */
    public static QuantileSketch empty(Feature.Scale scale) {
        return new QuantileSketch(scale, new byte[0]);
    }

    /** What {@link #encoded} gave. */
    public static QuantileSketch decoded(Feature.Scale scale, byte[] encoded) {
        return new QuantileSketch(scale, encoded.clone());
    }

    /** The sketch in HdrHistogram's encoding (V2, not compressed); no bytes when it is empty. */
    public byte[] encoded() {
        return encoded.clone();
    }

    /** These values and one more, a finite number. */
    public QuantileSketch add(double value) {
        return add(value, 1);
    }

    /** These values and one more, so many times. */
    public QuantileSketch add(double value, long times) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value: " + value);
        }
        Histogram counters = counters();
        counters.recordValueWithCount(SketchScale.of(scale).index(value), times);
        return of(counters);
    }

    /** These values and the other ones of the same scale. */
    public QuantileSketch merge(QuantileSketch other) {
        if (scale != other.scale) {
            throw new IllegalArgumentException("scales " + scale + " and " + other.scale);
        }
        Histogram counters = counters();
        counters.add(other.counters());
        return of(counters);
    }

    /** Values sketched. */
    public long count() {
        return counters().getTotalCount();
    }

    /** The quantiles by their probability; none of no values. */
    public SortedMap<Double, Double> quantiles() {
        Histogram counters = counters();
        if (counters.getTotalCount() == 0) {
            return Collections.emptySortedMap();
        }
        SortedMap<Double, Double> quantiles = new TreeMap<>();
        for (double probability : PROBABILITIES) {
            long index = counters.medianEquivalentValue(counters.getValueAtPercentile(100 * probability));
            quantiles.put(probability, SketchScale.of(scale).value(index));
        }
        return quantiles;
    }

    /** Greatest distance of a quantile from the value of its rank, where that lies in the scale's range. */
    public double errorAt(double value) {
        return SketchScale.of(scale).errorAt(value);
    }

    private Histogram counters() {
        if (encoded.length == 0) {
            SketchScale grid = SketchScale.of(scale);
            return new Histogram(grid.highestIndex(), grid.digits());
        }
        return Histogram.decodeFromByteBuffer(ByteBuffer.wrap(encoded), 0);
    }

    private QuantileSketch of(Histogram counters) {
        ByteBuffer buffer = ByteBuffer.allocate(counters.getNeededByteBufferCapacity());
        int length = counters.encodeIntoByteBuffer(buffer);
        return new QuantileSketch(scale, Arrays.copyOf(buffer.array(), length));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QuantileSketch sketch
                && scale == sketch.scale
                && Arrays.equals(encoded, sketch.encoded);
    }

    @Override
    public int hashCode() {
        return 31 * scale.hashCode() + Arrays.hashCode(encoded);
    }
}
