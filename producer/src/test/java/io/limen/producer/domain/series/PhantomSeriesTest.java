package io.limen.producer.domain.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.producer.domain.image.Mask;
import io.limen.producer.domain.image.Pixels;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PhantomSeriesTest {

    @Test
    void phantomIComesFromSeedPlusI() {
        PhantomSeries fromOne = new PhantomSeries(4, 32, 1, Scenario.STEADY);
        PhantomSeries fromTwo = new PhantomSeries(4, 32, 2, Scenario.STEADY);

        assertEquals(fromOne.at(2), fromTwo.at(1));
        assertNotEquals(fromOne.at(0), fromOne.at(1));
    }

    @Test
    void theSecondHalfDrifts() {
        PhantomSeries steady = new PhantomSeries(4, 32, 1, Scenario.STEADY);
        PhantomSeries drift = new PhantomSeries(4, 32, 1, Scenario.DRIFT);

        assertEquals(steady.at(1), drift.at(1));
        assertNotEquals(steady.at(2), drift.at(2));
    }

    @Test
    void theSecondHalfHasAStickerInACornerAndTheSameLesion() {
        PhantomSeries steady = new PhantomSeries(4, 64, 1, Scenario.STEADY);
        PhantomSeries sticker = new PhantomSeries(4, 64, 1, Scenario.STICKER);

        assertEquals(steady.at(1), sticker.at(1));
        assertNotEquals(steady.at(3).image(), sticker.at(3).image());
        assertEquals(steady.at(3).mask(), sticker.at(3).mask());
    }

    @Test
    void theCauseIsWhereTheStickerChangedThePictureAndNowhereElse() {
        PhantomSeries sticker = new PhantomSeries(4, 64, 1, Scenario.STICKER);
        Pixels plain = new PhantomSeries(4, 64, 1, Scenario.STEADY).at(3).image();
        Pixels planted = sticker.at(3).image();

        Mask cause = sticker.cause(3).orElseThrow();

        int pixels = 0;
        for (int y = 0; y < 64; y++) {
            for (int x = 0; x < 64; x++) {
                assertEquals(plain.at(y, x) != planted.at(y, x), cause.at(y, x), "row " + y + ", column " + x);
                pixels += cause.at(y, x) ? 1 : 0;
            }
        }
        // A disc of radius 0.04 has 20 pixels; softness and smooth edges reach two pixels further.
        assertTrue(pixels >= 15 && pixels <= 64, pixels + " pixels");
    }

    @Test
    void whereNoStickerIsPlantedThereIsNoCause() {
        assertEquals(Optional.empty(), new PhantomSeries(4, 32, 1, Scenario.STICKER).cause(1));
        assertEquals(Optional.empty(), new PhantomSeries(4, 32, 1, Scenario.DRIFT).cause(3));
    }

    @Test
    void countAndSizeHaveLimits() {
        assertThrows(IllegalArgumentException.class, () -> new PhantomSeries(0, 32, 1, Scenario.STEADY));
        assertThrows(IllegalArgumentException.class, () -> new PhantomSeries(1, 31, 1, Scenario.STEADY));
        assertThrows(IllegalArgumentException.class, () -> new PhantomSeries(1, 4096, 1, Scenario.STEADY));
        assertThrows(IndexOutOfBoundsException.class, () -> new PhantomSeries(1, 32, 1, Scenario.STEADY).at(1));
    }
}
