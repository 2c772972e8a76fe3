package io.limen.producer.domain.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class BlockMapTest {

    @Test
    void theLastBlocksMayReachBeyondTheInput() {
        BlockMap map = new BlockMap(9, 16, 8, new double[4], new boolean[4]);

        assertEquals(3, map.blockAt(8, 15, 9, 16));
    }

    @Test
    void aBlockLargerThanTheInputIsNone() {
        double[] one = {1};
        boolean[] yes = {true};

        assertThrows(IllegalArgumentException.class, () -> new BlockMap(8, 8, Integer.MAX_VALUE, one, yes));
        assertThrows(IllegalArgumentException.class, () -> new BlockMap(8, 8, 9, one, yes));
    }
}
