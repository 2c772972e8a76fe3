package io.limen.aggregator.adapter.dashboard.cases;

import io.limen.schemas.PerceptualStrategy;
import java.time.Instant;

/** Indexed explanations as columns of numbers, without an object per explanation: {@value #BYTES} bytes each. */
final class CaseColumns {

    /** Four words of the id, offset, two times, group, partition, Dice, strategy. */
    static final int BYTES = 7 * Long.BYTES + 2 * Integer.BYTES + Float.BYTES + 1;

    private static final int WORDS = 4;
    private static final PerceptualStrategy[] STRATEGIES = PerceptualStrategy.values();

    private final long[] ids;
    private final long[] offsets;
    private final long[] segmentedAt;
    private final long[] explainedAt;
    private final int[] groups;
    private final int[] partitions;
    private final float[] dice;
    private final byte[] strategies;

    CaseColumns(int capacity) {
        ids = new long[WORDS * capacity];
        offsets = new long[capacity];
        segmentedAt = new long[capacity];
        explainedAt = new long[capacity];
        groups = new int[capacity];
        partitions = new int[capacity];
        dice = new float[capacity];
        strategies = new byte[capacity];
    }

    void put(int slot, IdWords id, int group, IndexedCase entry) {
        ids[WORDS * slot] = id.first();
        ids[WORDS * slot + 1] = id.second();
        ids[WORDS * slot + 2] = id.third();
        ids[WORDS * slot + 3] = id.fourth();
        offsets[slot] = entry.offset();
        segmentedAt[slot] = entry.segmentedAt().toEpochMilli();
        explainedAt[slot] = entry.explainedAt().toEpochMilli();
        groups[slot] = group;
        partitions[slot] = entry.partition();
        dice[slot] = entry.baselineDice();
        strategies[slot] = (byte) entry.strategy().ordinal();
    }

    IdWords id(int slot) {
        return new IdWords(ids[WORDS * slot], ids[WORDS * slot + 1], ids[WORDS * slot + 2], ids[WORDS * slot + 3]);
    }

    boolean isOf(int slot, IdWords id) {
        return ids[WORDS * slot] == id.first()
                && ids[WORDS * slot + 1] == id.second()
                && ids[WORDS * slot + 2] == id.third()
                && ids[WORDS * slot + 3] == id.fourth();
    }

    int group(int slot) {
        return groups[slot];
    }

    long segmentedAt(int slot) {
        return segmentedAt[slot];
    }

    long explainedAt(int slot) {
        return explainedAt[slot];
    }

    PerceptualStrategy strategy(int slot) {
        return STRATEGIES[strategies[slot]];
    }

    float dice(int slot) {
        return dice[slot];
    }

    IndexedCase read(int slot, CaseGroup group) {
        return new IndexedCase(
                id(slot).text(),
                group,
                strategy(slot),
                dice[slot],
                Instant.ofEpochMilli(segmentedAt[slot]),
                Instant.ofEpochMilli(explainedAt[slot]),
                partitions[slot],
                offsets[slot]);
    }
}
