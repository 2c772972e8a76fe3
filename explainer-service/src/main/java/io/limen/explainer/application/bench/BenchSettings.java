package io.limen.explainer.application.bench;

import io.limen.explainer.domain.attribution.Budget;
import io.limen.explainer.domain.attribution.ExplanationSettings;
import io.limen.explainer.domain.intervention.DrawSchedule;

/**
 * How much is measured.
 *
 * @param oracleDraws donors per sampled block, 2 or more; a bank with fewer is used up
 * @param oracleBlocks blocks that are held against the oracle, 1 or more
 * @param seed of the first explanation; the next takes the next seed
 * @param repeats explanations per schedule, 1 or more
 */
public record BenchSettings(int oracleDraws, int oracleBlocks, long seed, int repeats) {

    /** As in the published method, pixels. */
    public static final int BLOCK_SIZE = 8;

    /** As in the published method, pixels. */
    public static final int REGION_SIZE = 32;

    /** Of the oracle: what it draws has nothing to do with what the explanations draw. */
    static final long ORACLE_SEED = 0x6C696D656EL;

    public BenchSettings {
        if (oracleDraws < 2 || oracleBlocks < 1 || repeats < 1) {
            throw new IllegalArgumentException("BenchSettings: " + oracleDraws + ", " + oracleBlocks + ", " + repeats);
        }
    }

    ExplanationSettings explanation(DrawSchedule schedule, int repeat, Budget budget) {
        return new ExplanationSettings(BLOCK_SIZE, REGION_SIZE, schedule, seed + repeat, budget);
    }
}
