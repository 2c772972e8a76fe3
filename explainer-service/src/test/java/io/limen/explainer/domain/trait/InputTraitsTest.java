package io.limen.explainer.domain.trait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.domain.image.Image;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InputTraitsTest {

    /** Pixels are float. */
    private static final double TOLERANCE = 1e-6;

    private interface Tone {
        double at(int channel, int y, int x);
    }

    private static Image image(int side, int channels, Tone tone) {
        float[] pixels = new float[channels * side * side];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) tone.at(i / (side * side), i / side % side, i % side);
        }
        return new Image(side, side, channels, pixels);
    }

    @Test
    void oneEvenToneHasBrightnessAlone() {
        for (int channels : new int[] {1, 3}) {
            InputTraits traits = InputTraits.of(image(16, channels, (channel, y, x) -> 0.3));

            assertEquals(0.3, traits.brightness(), TOLERANCE);
            assertEquals(0, traits.contrast(), TOLERANCE);
            assertEquals(0, traits.saturation());
            assertEquals(0, traits.sharpness());
        }
    }

    @Test
    void blackAndWhiteAreTheEndsOfTheRange() {
        assertEquals(new InputTraits(0, 0, 0, 0), InputTraits.of(image(4, 3, (channel, y, x) -> 0)));
        assertEquals(1, InputTraits.of(image(4, 3, (channel, y, x) -> 1)).brightness(), TOLERANCE);
        assertEquals(0, InputTraits.of(new Image(1, 1, 1, new float[] {0.5f})).sharpness());
    }

    @Test
    void aChessboardHasTheGreatestContrastAndNearlyTheGreatestSharpness() {
        InputTraits traits = InputTraits.of(image(16, 1, (channel, y, x) -> (y + x) % 2));

        assertEquals(0.5, traits.brightness(), TOLERANCE);
        assertEquals(1, traits.contrast(), TOLERANCE);
        // 2 x 16 x 15 of 2 x 16 x 16 neighbours: those of the border are missing
        assertEquals(Math.sqrt(15.0 / 16), traits.sharpness(), TOLERANCE);
    }

    @Test
    void pureColoursAreWhollySaturatedAndAsBrightAsTheirLuma() {
        InputTraits green = InputTraits.of(image(4, 3, (channel, y, x) -> channel == 1 ? 1 : 0));

        assertEquals(0.7152, green.brightness(), TOLERANCE);
        assertEquals(1, green.saturation(), TOLERANCE);
    }

    @Test
    void whatChangesSlowlyIsLessSharpThanNoise() {
        Random random = new Random(1);

        double slow = InputTraits.of(image(64, 1, (channel, y, x) -> x / 63.0)).sharpness();
        double noise = InputTraits.of(image(64, 1, (channel, y, x) -> random.nextDouble()))
                .sharpness();

        assertTrue(slow < 0.03, "slow " + slow);
        assertEquals(Math.sqrt(0.5), noise, 0.02);
    }

    @Test
    void sharpnessDoesNotHangOnBrightnessOrContrast() {
        Random random = new Random(2);
        Image full = image(32, 1, (channel, y, x) -> random.nextDouble());
        Image faint = image(32, 1, (channel, y, x) -> 0.6 + 0.1 * full.at(0, y, x));

        assertEquals(InputTraits.of(full).sharpness(), InputTraits.of(faint).sharpness(), 1e-4);
        assertEquals(
                0.1 * InputTraits.of(full).contrast(), InputTraits.of(faint).contrast(), TOLERANCE);
    }

    @Test
    void everyTraitOfAnyImageIsInRange() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            int side = 1 + random.nextInt(4);
            InputTraits traits = InputTraits.of(image(side, 3, (channel, y, x) -> random.nextInt(3) / 2.0));

            assertEquals(4, traits.byName().size());
            traits.byName().forEach((name, value) -> assertTrue(value >= 0 && value <= 1, name + value));
        }
    }

    @Test
    void traitsTravelUnderTheirNamesAndNeverAsNaN() {
        assertEquals(
                Map.of("brightness", 0.1, "contrast", 0.2, "saturation", 0.3, "sharpness", 0.4),
                new InputTraits(0.1, 0.2, 0.3, 0.4).byName());
        assertThrows(IllegalArgumentException.class, () -> new InputTraits(Double.NaN, 0, 0, 0));
    }
}
