package io.limen.producer.domain.phantom;

import java.util.SplittableRandom;

/** Makes phantoms of one mix. The same mix, size and seed give the same picture, bit for bit, on every machine. */
public final class PhantomGenerator {

    private static final int SMALLEST_PX = 32;

    private static final int LARGEST_PX = 2048;

    private final PhantomMix mix;

    public PhantomGenerator(PhantomMix mix) {
        this.mix = mix;
    }

    /**
     * Makes one phantom.
     *
     * @param size width and height in pixels, 32 to 2048
     * @param seed chooses lesion, skin and artefacts
     */
    public Phantom generate(int size, long seed) {
        if (!(size >= SMALLEST_PX && size <= LARGEST_PX)) {
            throw new IllegalArgumentException("size: " + size);
        }
        SplittableRandom random = new SplittableRandom(seed);
        double radius = 0.15 + 0.2 * random.nextDouble();
        int skin = mix.skinTone().draw(random) > 0.3 ? 0xB08070 : 0xD8A0A0;
        int[] rgb = new int[size * size];
        boolean[] mask = new boolean[size * size];
        for (int i = 0; i < rgb.length; i++) {
            double x = (i % size + 0.5) / size - 0.5;
            double y = (i / size + 0.5) / size - 0.5;
            mask[i] = x * x + y * y < radius * radius;
            rgb[i] = mask[i] ? 0x603028 : skin;
        }
        return new Phantom(size, rgb, mask);
    }
}
