package io.limen.explainer.domain.surrogate;

import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.BlockGrid;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.intervention.PatchBank;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A model whose logits are linear in the image: the pixels of one cell of 4x4 share a vector of weights and have each their own
 * offset. What an intervention does to it is known exactly.
 */
final class LinearCase {

    static final int SIZE = 20;
    static final int BLOCK = 8;
    static final int SIDE = 4;

    final Image image;
    final PatchBank bank;
    final float[] weights;
    final RegionOutput output;
    private final double[] logits;

    /** @param strength of the weights: how far interventions move the logits */
    LinearCase(long seed, int donors, double strength) {
        Random random = new Random(seed);
        this.image = new Image(SIZE, SIZE, 3, uniform(random, 3 * SIZE * SIZE));
        List<float[]> patches = new ArrayList<>();
        for (int i = 0; i < donors; i++) {
            float level = random.nextFloat();
            float[] patch = uniform(random, 3 * BLOCK * BLOCK);
            for (int j = 0; j < patch.length; j++) {
                patch[j] = 0.8f * level + 0.2f * patch[j];
            }
            patches.add(patch);
        }
        this.bank = new PatchBank(BLOCK, 3, patches, "f".repeat(64));
        this.weights = new float[image.pixels().length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (strength * (0.5 + random.nextDouble()));
        }
        this.logits = random.doubles(SIDE * SIDE, -2.5, 2.5).toArray();
        float[] probabilities = new float[logits.length];
        boolean[] reference = new boolean[logits.length];
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] = (float) (1 / (1 + Math.exp(-logits[i])));
            reference[i] = random.nextBoolean();
        }
        this.output = new RegionOutput(
                SIDE,
                SIDE,
                probabilities,
                reference,
                0.5,
                IntStream.range(0, logits.length).toArray());
    }

    static Block block(int index) {
        return new BlockGrid(SIZE, SIZE, BLOCK).block(index);
    }

    /** How far every logit moves, by walking over the pixels. */
    double move(Block block, int donor) {
        double move = 0;
        for (int channel = 0; channel < 3; channel++) {
            for (int y = 0; y < block.height(); y++) {
                for (int x = 0; x < block.width(); x++) {
                    int pixel = (channel * SIZE + block.y() + y) * SIZE + block.x() + x;
                    float put = bank.patches().get(donor)[(channel * BLOCK + y) * BLOCK + x];
                    move += weights[pixel] * (put - image.pixels()[pixel]);
                }
            }
        }
        return move;
    }

    /** The true effect of a donor on a block: Dice of the moved mask less that of the unmoved one, percentage points. */
    double effect(Block block, int donor) {
        return dice(move(block, donor)) - dice(0);
    }

    private double dice(double move) {
        int area = 0;
        int common = 0;
        int referenceArea = 0;
        for (int i = 0; i < logits.length; i++) {
            boolean foreground = logits[i] + move > 0;
            area += foreground ? 1 : 0;
            common += foreground && output.reference()[i] ? 1 : 0;
            referenceArea += output.reference()[i] ? 1 : 0;
        }
        return area + referenceArea == 0 ? 100 : 200.0 * common / (area + referenceArea);
    }

    private static float[] uniform(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }
}
