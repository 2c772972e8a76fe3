package io.limen.explainer.domain.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;

class ResamplingPropertiesTest {

    @Property
    void aConstantImageStaysConstant(
            @ForAll @FloatRange(min = 0, max = 1) float value,
            @ForAll @IntRange(min = 1, max = 40) int height,
            @ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll @IntRange(min = 1, max = 40) int newHeight,
            @ForAll @IntRange(min = 1, max = 40) int newWidth) {
        float[] pixels = new float[height * width];
        Arrays.fill(pixels, value);

        Image resized = Resampling.resize(new Image(height, width, 1, pixels), newHeight, newWidth);

        for (float pixel : resized.pixels()) {
            assertEquals(value, pixel, 1e-5);
        }
    }

    @Property
    void valuesStayInTheRangeOfTheSource(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 30) int size,
            @ForAll @IntRange(min = 1, max = 60) int newSize) {
        float[] pixels = new float[size * size];
        Random random = new Random(seed);
        float least = 1;
        float greatest = 0;
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = 0.2f + 0.5f * random.nextFloat();
            least = Math.min(least, pixels[i]);
            greatest = Math.max(greatest, pixels[i]);
        }

        Image resized = Resampling.resize(new Image(size, size, 1, pixels), newSize, newSize);

        for (float pixel : resized.pixels()) {
            assertTrue(pixel >= least - 1e-5 && pixel <= greatest + 1e-5, () -> "out of range: " + pixel);
        }
    }

    @Property
    void aMirroredImageResizesToTheMirroredResult(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 30) int width,
            @ForAll @IntRange(min = 1, max = 60) int newWidth) {
        Random random = new Random(seed);
        float[] row = new float[width];
        float[] mirrored = new float[width];
        for (int i = 0; i < width; i++) {
            row[i] = random.nextFloat();
            mirrored[width - 1 - i] = row[i];
        }

        Image resized = Resampling.resize(new Image(1, width, 1, row), 1, newWidth);
        Image other = Resampling.resize(new Image(1, width, 1, mirrored), 1, newWidth);

        for (int i = 0; i < newWidth; i++) {
            assertEquals(resized.at(0, 0, i), other.at(0, 0, newWidth - 1 - i), 1e-5);
        }
    }
}
