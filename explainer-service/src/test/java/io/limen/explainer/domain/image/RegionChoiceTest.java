package io.limen.explainer.domain.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegionChoiceTest {

    private static final RegionChoice CHOICE = new RegionChoice(16, 8);

    @Test
    void theWindowWhoseShareIsNearestOneHalfIsChosen() {
        Mask mask = rectangle(64, 64, new RegionOfInterest(0, 44, 64, 20));

        // windows that start at columns 32 and 40 have 4 and 12 of 16 columns in the foreground: none is nearer
        assertEquals(Optional.of(new RegionOfInterest(0, 32, 16, 16)), CHOICE.choose(mask));
        Mask shifted = rectangle(64, 64, new RegionOfInterest(0, 46, 64, 18));
        assertEquals(Optional.of(new RegionOfInterest(0, 40, 16, 16)), CHOICE.choose(shifted));
    }

    @Test
    void tiesGoToTheLowestRowThenTheLowestColumn() {
        Mask mask = rectangle(64, 64, new RegionOfInterest(24, 24, 16, 16));

        // half covered: above at (16,24), left at (24,16), right at (24,32), below at (32,24)
        assertEquals(Optional.of(new RegionOfInterest(16, 24, 16, 16)), CHOICE.choose(mask));
        Mask rows = rectangle(64, 64, new RegionOfInterest(8, 0, 56, 64));
        assertEquals(Optional.of(new RegionOfInterest(0, 0, 16, 16)), CHOICE.choose(rows));
    }

    @Test
    void aWindowWithoutForegroundIsNeverChosen() {
        // every window is full or empty, so that an empty one at the origin would be as near to one half
        Mask mask = rectangle(32, 32, new RegionOfInterest(16, 16, 16, 16));

        assertEquals(Optional.of(new RegionOfInterest(16, 16, 16, 16)), new RegionChoice(16, 16).choose(mask));
    }

    @Test
    void noForegroundLeavesNothingToChoose() {
        assertEquals(Optional.empty(), CHOICE.choose(rectangle(64, 64, new RegionOfInterest(0, 0, 1, 1), false)));
    }

    @Test
    void windowsThatLeaveTheImageAreNoCandidates() {
        // the image's last 4 rows and columns hold the foreground; aligned windows end at 32
        Mask mask = rectangle(36, 36, new RegionOfInterest(32, 32, 4, 4));

        assertEquals(Optional.empty(), CHOICE.choose(mask));
    }

    @Test
    void anImageSmallerThanTheWindowClipsIt() {
        Mask mask = rectangle(10, 40, new RegionOfInterest(0, 20, 10, 20));

        // columns 8 to 23 and 16 to 31 have 4 and 12 of 16 columns in the foreground
        assertEquals(Optional.of(new RegionOfInterest(0, 8, 10, 16)), CHOICE.choose(mask));
    }

    private static Mask rectangle(int height, int width, RegionOfInterest filled) {
        return rectangle(height, width, filled, true);
    }

    private static Mask rectangle(int height, int width, RegionOfInterest filled, boolean value) {
        boolean[] foreground = new boolean[height * width];
        for (int y = filled.y(); y < filled.y() + filled.height(); y++) {
            for (int x = filled.x(); x < filled.x() + filled.width(); x++) {
                foreground[y * width + x] = value;
            }
        }
        return new Mask(height, width, foreground);
    }
}
