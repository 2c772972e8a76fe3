package io.limen.producer.domain.phantom;

import java.util.Arrays;

/**
 * One generated picture and the exact outline of its lesion.
 *
 * @param size width and height in pixels
 * @param rgb colours, packed 0xRRGGBB, [size, size], row-major
 * @param mask true where the lesion is, [size, size], row-major: one connected region, never empty
 */
public record Phantom(int size, int[] rgb, boolean[] mask) {

    public Phantom {
        if (size < 1 || rgb.length != size * size || mask.length != size * size) {
            throw new IllegalArgumentException(
                    "Phantom of " + size + " px: " + rgb.length + " colours, " + mask.length + " mask pixels");
        }
        rgb = rgb.clone();
        mask = mask.clone();
    }

    @Override
    public int[] rgb() {
        return rgb.clone();
    }

    @Override
    public boolean[] mask() {
        return mask.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Phantom that
                && size == that.size
                && Arrays.equals(rgb, that.rgb)
                && Arrays.equals(mask, that.mask);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(rgb) + Arrays.hashCode(mask);
    }

    @Override
    public String toString() {
        return "Phantom[" + size + " px]";
    }
}
