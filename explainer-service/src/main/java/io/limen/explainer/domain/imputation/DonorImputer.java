package io.limen.explainer.domain.imputation;

import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.intervention.Intervention;
import io.limen.explainer.domain.intervention.JointIntervention;
import io.limen.explainer.domain.intervention.PatchBank;
import java.util.Arrays;
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
        return new JointIntervention(Arrays.stream(removed)
                        .mapToObj(position -> new Intervention(blocks.get(position), donors[position]))
                        .toList())
                .on(image, bank);
    }
}
