package io.limen.explainer.application.evaluate.method;

import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.domain.effect.RegionScore;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.intervention.Intervention;
import io.limen.explainer.domain.intervention.PatchBank;
import io.limen.explainer.domain.saliency.BlockRelevance;
import java.util.List;

/** Occlusion (Zeiler and Fergus 2014): every block black in its turn, and what the region's Dice loses. One pass per block. */
public final class ZeroOcclusion implements AttributionMethod {

    private static final String BLACK = "0".repeat(64);

    @Override
    public String name() {
        return "occlusion";
    }

    @Override
    public boolean isRandom() {
        return false;
    }

    @Override
    public Attributed attribute(MethodCase subject, long seed, long budget)
            throws ModelRejectedException, InterruptedException {
        int side = subject.grid().blockSize();
        int channels = subject.input().channels();
        PatchBank black = new PatchBank(side, channels, List.of(new float[channels * side * side]), BLACK);
        List<Block> blocks = subject.blocks();
        RegionScore score = subject.score();
        double[] lost = new double[blocks.size()];
        try (SegmentationModel.Probe probe = subject.model().probe(subject.input(), subject.region(), black)) {
            for (int from = 0; from < lost.length; from += probe.batchSize()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                List<Block> some = blocks.subList(from, Math.min(lost.length, from + probe.batchSize()));
                float[] probabilities = probe.regionProbabilities(
                        some.stream().map(block -> new Intervention(block, 0)).toList());
                for (int i = 0; i < some.size(); i++) {
                    lost[from + i] = 0 - score.effect(probabilities, i).dicePoints();
                }
            }
        }
        return new Attributed(new BlockRelevance(lost), lost.length);
    }
}
