package io.limen.explainer.domain.oracle;

import io.limen.explainer.domain.oracle.StratifiedSample.Stratum;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Share of the blocks that matter which screening kept; every sampled block counts for those of its stratum. A block matters
 * when the oracle's effect is tau or more in size.
 */
public final class ScreeningRecall {

    private ScreeningRecall() {}

    /**
     * @param estimates of all blocks, by position in the map
     * @param tau percentage points
     * @return in [0,1]; empty when no sampled block matters
     */
    public static OptionalDouble of(OracleMap oracle, List<Estimate> estimates, double tau) {
        double matter = 0;
        double kept = 0;
        for (Stratum stratum : oracle.sample().strata()) {
            for (int block : stratum.sampled()) {
                if (Math.abs(oracle.effect(block).mean()) >= tau) {
                    matter += stratum.weight();
                    kept += estimates.get(block).screenedOut() ? 0 : stratum.weight();
                }
            }
        }
        return matter == 0 ? OptionalDouble.empty() : OptionalDouble.of(kept / matter);
    }
}
