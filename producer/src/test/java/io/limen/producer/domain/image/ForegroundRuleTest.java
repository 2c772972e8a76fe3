package io.limen.producer.domain.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForegroundRuleTest {

    @Test
    void inALabelMapEverythingButZeroIsForeground() {
        int[] labels = {0, 1, 2, 0};

        Mask mask = ForegroundRule.of(labels).apply(2, 2, labels);

        assertEquals(new Mask(2, 2, new boolean[] {false, true, true, false}), mask);
    }

    @Test
    void ofSoftEdgesTheUpperHalfIsForeground() {
        int[] edge = IntStream.range(0, 256).toArray();

        Mask mask = ForegroundRule.of(edge).apply(256, 1, edge);

        assertEquals(128, mask.area());
        assertEquals(true, mask.at(0, 128));
        assertEquals(false, mask.at(0, 127));
    }

    @Test
    void ofSeveralClassesOneCanBeTheForeground() {
        int[] labels = {0, 1, 2, 0};

        Mask mask = ForegroundRule.of(Optional.of(ForegroundRule.Labels.only(2)), labels)
                .apply(2, 2, labels);

        assertEquals(new Mask(2, 2, new boolean[] {false, false, true, false}), mask);
    }

    @Test
    void aMaskWithoutForegroundStaysEmpty() {
        int[] nothing = new int[4];

        assertEquals(0, ForegroundRule.of(nothing).apply(2, 2, nothing).area());
    }
}
