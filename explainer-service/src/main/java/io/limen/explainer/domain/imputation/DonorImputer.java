package io.limen.explainer.domain.imputation;

import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.intervention.PatchBank;
import java.util.List;
import java.util.Random;

/** Every block has one donor of its own, whatever else is taken away: the curves of all methods meet the same donors. */
public final class DonorImputer implements Imputer {

    private final List<Block> blocks;
    private final PatchBank bank;
    private final int[] donors;

    /** @param seed of the choice of donors */
    public DonorImputer(List<Block> blocks, PatchBank bank, long seed) {
        this.blocks = List.copyOf(blocks);
        this.bank = bank;
        this.donors = new Random(seed).ints(blocks.size(), 0, bank.size()).toArray();
    }

    @Override
    public Image without(Image image, int[] removed) {
        float[] pixels = image.pixels().clone();
        int side = bank.blockSize();
        for (int position : removed) {
            Block block = blocks.get(position);
            float[] patch = bank.patches().get(donors[position]);
            for (int line = 0; line < image.channels() * block.height(); line++) {
                int channel = line / block.height();
                int row = line % block.height();
                int start = (channel * image.height() + block.y() + row) * image.width() + block.x();
                System.arraycopy(patch, (channel * side + row) * side, pixels, start, block.width());
            }
        }
        return new Image(image.height(), image.width(), image.channels(), pixels);
    }
}
