package io.limen.explainer.domain.attribution;

import io.limen.explainer.domain.image.Block;

/**
 * The estimate for one treated block.
 *
 * @param block the block
 * @param ate average treatment effect, percentage points of the region's Dice, in [-100,100]
 * @param standardError of the mean effect, percentage points, 0 or more; 100, the greatest possible, where a single draw
 *     leaves it unknown
 * @param draws draws behind the mean; 0 where the block is unreachable
 * @param significant whether the effect differs from 0 (paired t-test, Benjamini-Hochberg over the map)
 * @param screenedOut whether screening declared the block irrelevant
 * @param areaEffect mean signed change of the region's segmented area over the region's area, in [-1,1]; measured also
 *     where the ATE counts as 0
 */
public record BlockEffect(
        Block block,
        double ate,
        double standardError,
        int draws,
        boolean significant,
        boolean screenedOut,
        double areaEffect) {

    public BlockEffect {
        if (!(ate >= -100 && ate <= 100) || !(standardError >= 0) || draws < 0) {
            throw new IllegalArgumentException("BlockEffect: " + ate + " se " + standardError + " draws " + draws);
        }
    }

    /** A block that cannot reach the region: no draw is needed to know that its effect is exactly 0. */
    public static BlockEffect unreachable(Block block) {
        return new BlockEffect(block, 0, 0, 0, false, false, 0);
    }

    /** Whether nothing in the block can reach the region through the network. */
    public boolean isUnreachable() {
        return draws == 0;
    }
}
