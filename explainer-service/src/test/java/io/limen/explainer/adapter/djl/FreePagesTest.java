package io.limen.explainer.adapter.djl;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import javax.management.InstanceNotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class FreePagesTest {

    private static final long SECOND = 1_000_000_000;
    private static final long MILLISECOND = 1_000_000;

    private long now = -SECOND;
    private long trimTakes = 5 * MILLISECOND;
    private int trims;
    private final FreePages pages = new FreePages(() -> now, () -> {
        trims++;
        now += trimTakes;
    });

    @Test
    void anExplanationOfAFewSecondsEndsWithoutATrim() {
        callAfter(9 * SECOND);
        assertEquals(0, trims);
    }

    @Test
    void pagesAreGivenBackOnceItPays() {
        callAfter(10 * SECOND);
        callAfter(SECOND - MILLISECOND);
        assertEquals(1, trims);
        callAfter(MILLISECOND);
        assertEquals(2, trims);
    }

    @Test
    void aTrimThatTakesLongerIsRarer() {
        trimTakes = 20 * MILLISECOND;
        callAfter(10 * SECOND);
        callAfter(4 * SECOND - MILLISECOND);
        assertEquals(1, trims);
        callAfter(MILLISECOND);
        assertEquals(2, trims);
    }

    @Test
    void noTrimIsTheLast() {
        trimTakes = 100 * SECOND;
        callAfter(10 * SECOND);
        callAfter(10 * SECOND);
        assertEquals(2, trims);
    }

    @Test
    void aProcessWithoutTrimIsAskedOnce() {
        int[] asked = new int[1];
        FreePages none = new FreePages(() -> now, () -> {
            asked[0]++;
            throw new InstanceNotFoundException();
        });
        for (int i = 0; i < 3; i++) {
            now += 1000 * SECOND;
            none.giveBack();
        }
        assertEquals(1, asked[0]);
    }

    /** The command's name is a string. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void thisProcessHasATrim() {
        assertDoesNotThrow(FreePages::trimNativeHeap);
    }

    private void callAfter(long nanoseconds) {
        now += nanoseconds;
        pages.giveBack();
    }
}
