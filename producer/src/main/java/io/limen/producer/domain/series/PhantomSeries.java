package io.limen.producer.domain.series;

import io.limen.producer.domain.image.Mask;
import io.limen.producer.domain.image.Pixels;
import io.limen.producer.domain.phantom.Phantom;
import io.limen.producer.domain.phantom.PhantomGenerator;
import io.limen.producer.domain.phantom.PhantomMix;
import java.util.Objects;
import java.util.Optional;

/**
 * A series of phantoms; phantom i is made from seed + i.
 *
 * @param count 1 to 1,000,000
 * @param sizePx width and height, 32 to 2048 pixels
 * @param seed of the first
 * @param scenario what happens in the course of the series
 */
public record PhantomSeries(int count, int sizePx, long seed, Scenario scenario) {

    public PhantomSeries {
        Objects.requireNonNull(scenario, "scenario");
        if (count < 1 || count > 1_000_000) {
            throw new IllegalArgumentException("number of phantoms, 1 to 1000000: " + count);
        }
        if (sizePx < 32 || sizePx > 2048) {
            throw new IllegalArgumentException("size of a phantom, 32 to 2048 pixels: " + sizePx);
        }
    }

    /** The phantom at an index, 0 to count - 1. */
    public Sample at(int index) {
        Objects.checkIndex(index, count);
        Phantom phantom = new PhantomGenerator(mix(index)).generate(sizePx, seed + index);
        return new Sample(new Pixels(sizePx, sizePx, phantom.rgb()), new Mask(sizePx, sizePx, phantom.mask()));
    }

    /**
     * The pixels at which the sticker changed the phantom at an index, found by taking the same picture without it; empty
     * when no sticker was planted there. A model that heeds the sticker can heed it in these pixels only.
     */
    public Optional<Mask> cause(int index) {
        Objects.checkIndex(index, count);
        if (scenario != Scenario.STICKER || isFirstHalf(index)) {
            return Optional.empty();
        }
        int[] planted = rgb(PhantomMix.stickered(), index);
        int[] plain = rgb(PhantomMix.steady(), index);
        boolean[] changed = new boolean[plain.length];
        for (int i = 0; i < changed.length; i++) {
            changed[i] = planted[i] != plain[i];
        }
        return Optional.of(new Mask(sizePx, sizePx, changed));
    }

    private int[] rgb(PhantomMix mix, int index) {
        return new PhantomGenerator(mix).generate(sizePx, seed + index).rgb();
    }

    private boolean isFirstHalf(int index) {
        return index < (count + 1) / 2;
    }

    private PhantomMix mix(int index) {
        if (isFirstHalf(index)) {
            return PhantomMix.steady();
        }
        return switch (scenario) {
            case STEADY -> PhantomMix.steady();
            case DRIFT -> PhantomMix.drifted();
            case STICKER -> PhantomMix.stickered();
        };
    }

    /** An image with its exact mask, of the same size. */
    public record Sample(Pixels image, Mask mask) {}
}
