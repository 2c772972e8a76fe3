package io.limen.producer.domain.grayscale;

/**
 * A table that gives each value its level; values before the first get the first level, those beyond the last the last
 * (DICOM PS3.3, C.11.1.1 and C.7.6.3.1.5).
 *
 * @param first the value that the first level belongs to
 * @param largest the largest level that the table's numbers can hold, over 0
 * @param levels the levels, 0 to {@code largest}, at least one
 */
public record LookupTable(int first, int largest, int[] levels) {

    public LookupTable {
        levels = levels.clone();
        if (levels.length == 0 || largest < 1) {
            throw new IllegalArgumentException("LookupTable: " + levels.length + " levels up to " + largest);
        }
        for (int level : levels) {
            if (level < 0 || level > largest) {
                throw new IllegalArgumentException("LookupTable: level " + level + " of " + largest);
            }
        }
    }

    /** The level of a value, 0 to {@link #largest}. */
    public int at(double value) {
        return levels[(int) Math.max(0, Math.min(levels.length - 1.0, Math.floor(value) - first))];
    }

    @Override
    public int[] levels() {
        return levels.clone();
    }
}
