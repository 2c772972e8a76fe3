package io.limen.producer.domain.phantom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class ConnectedRegionTest {

    @Test
    void largestOfSeveralRegionsIsKept() {
        assertLargest("""
                ##..
                ....
                .###
                #..#
                """, """
                ....
                ....
                .###
                ...#
                """);
    }

    @Test
    void cornersDoNotConnect() {
        assertLargest("""
                #..
                .#.
                .#.
                """, """
                ...
                .#.
                .#.
                """);
    }

    @Test
    void rowsDoNotWrapAround() {
        assertLargest("""
                ..#
                #..
                #..
                """, """
                ...
                #..
                #..
                """);
    }

    @Test
    void emptyMaskStaysEmpty() {
        assertLargest("..\n..\n", "..\n..\n");
    }

    private static void assertLargest(String given, String expected) {
        int side = given.indexOf('\n');
        assertArrayEquals(mask(expected), ConnectedRegion.largest(mask(given), side));
    }

    private static boolean[] mask(String drawing) {
        String pixels = drawing.replace("\n", "");
        boolean[] mask = new boolean[pixels.length()];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = pixels.charAt(i) == '#';
        }
        return mask;
    }
}
