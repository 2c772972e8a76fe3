package io.limen.explainer.domain.quadrature;

import io.limen.explainer.domain.effect.Effect;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.BlockGrid;
import io.limen.explainer.domain.intervention.PatchBank;
import io.limen.explainer.domain.intervention.ThinnedDonors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A square grid of blocks whose effect under every donor is known, to draw from as an explanation would.
 *
 * @param traits of the bank's donors
 * @param effects percentage points, [blocks][donors]
 */
record PlantedTable(DonorTraits traits, double[][] effects) {

    private static final int BLOCK = 8;

    /** What a donor does to a block, percentage points. */
    interface Planted {
        double effect(int block, int donor);
    }

    static PlantedTable of(DonorTraits traits, int blocks, Planted planted) {
        double[][] effects = new double[blocks][traits.size()];
        for (int block = 0; block < blocks; block++) {
            int fixed = block;
            Arrays.setAll(effects[block], donor -> planted.effect(fixed, donor));
        }
        return new PlantedTable(traits, effects);
    }

    /** Traits of colour patches of 2x2 pixels whose brightness is mostly middling and seldom very dark. */
    static DonorTraits donors(int count, long seed) {
        return DonorTraits.of(bank(count, seed));
    }

    static PatchBank bank(int count, long seed) {
        Random random = new Random(seed);
        List<float[]> patches = new ArrayList<>();
        for (int donor = 0; donor < count; donor++) {
            double level = Math.sqrt(random.nextDouble());
            float[] patch = new float[3 * 4];
            for (int i = 0; i < patch.length; i++) {
                patch[i] = (float) (level * (0.7 + 0.3 * random.nextDouble()));
            }
            patches.add(patch);
        }
        return new PatchBank(2, 3, patches, "e".repeat(64));
    }

    /** Rows of the grid: of a square number of blocks its root. */
    BlockGrid grid() {
        int side = (int) Math.ceil(Math.sqrt(effects.length));
        return new BlockGrid(side * BLOCK, side * BLOCK, BLOCK);
    }

    List<Block> blocks() {
        return IntStream.range(0, effects.length).mapToObj(grid()::block).toList();
    }

    /** The truth, per block. */
    double[] bankMeans() {
        return Arrays.stream(effects)
                .mapToDouble(row -> Arrays.stream(row).average().orElseThrow())
                .toArray();
    }

    /** A quadrature with the same number of draws of every block, at most the whole bank. */
    MapQuadrature drawn(int draws, long seed) {
        MapQuadrature map = new MapQuadrature(grid(), blocks(), traits);
        ThinnedDonors donors = new ThinnedDonors(seed, traits.strips(), traits.chances());
        for (Block block : blocks()) {
            ThinnedDonors.Walk walk = donors.walk(block);
            for (int draw = 0; draw < draws; draw++) {
                int donor = walk.next();
                map.add(block.index(), donor, new Effect(effects[block.index()][donor], 0));
            }
        }
        return map;
    }
}
