package io.limen.explainer.application.bench;

import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.Progress;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.domain.attribution.BlockEffect;
import io.limen.explainer.domain.attribution.Explanation;
import io.limen.explainer.domain.effect.EffectMoments;
import io.limen.explainer.domain.effect.RegionScore;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.ProbabilityMap;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.intervention.Intervention;
import io.limen.explainer.domain.intervention.PatchBank;
import io.limen.explainer.domain.oracle.OracleEffect;
import io.limen.explainer.domain.oracle.OracleMap;
import io.limen.explainer.domain.oracle.StratifiedSample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The true effects of a stratified sample of a case's blocks, each from many donors. Everything is computed anew, with the
 * model's plain forward passes and donors of its own: it shares nothing with the explanations that it judges. Owned by one
 * thread.
 */
final class Oracle {

    /** Draws per block of the first look that makes the strata. */
    static final int FIRST_LOOK = 3;

    private final SegmentationModel model;
    private final Explanation judged;
    private final PatchBank bank;
    private final List<Block> blocks;
    private final float[] baseline;
    private final RegionScore score;
    private final Random random = new Random(BenchSettings.ORACLE_SEED);

    /** @param judged an explanation of the case: its image, region and reference are taken, none of its effects */
    Oracle(BenchCase subject, Explanation judged) throws ModelRejectedException {
        this.model = subject.source().model();
        this.judged = judged;
        this.bank = subject.source()
                .bank(BenchSettings.BLOCK_SIZE, subject.subject().imageSha256());
        this.blocks = judged.map().effects().stream().map(BlockEffect::block).toList();
        RegionOfInterest region = judged.map().region();
        ProbabilityMap output = model.segment(judged.input()).crop(region);
        this.baseline = output.probabilities();
        this.score = new RegionScore(
                output, judged.reference().crop(region), model.description().threshold(), region.membership());
    }

    OracleMap measure(BenchSettings settings, Progress progress) throws ModelRejectedException, InterruptedException {
        try (SegmentationModel.Probe probe =
                model.probe(judged.input(), judged.map().region(), bank)) {
            PlainPasses passes = new PlainPasses(probe, progress);
            StratifiedSample sample = StratifiedSample.draw(firstLook(passes), settings.oracleBlocks(), random);
            return new OracleMap(sample, effects(sample.sampled(), settings.oracleDraws(), passes));
        }
    }

    /** Mean change of the region's probabilities per block: even where no pixel flips it tells large from small. */
    private double[] firstLook(PlainPasses passes) throws ModelRejectedException, InterruptedException {
        List<Integer> all = IntStream.range(0, blocks.size()).boxed().toList();
        double[] change = new double[blocks.size()];
        List<Drawn> draws = draws(all, FIRST_LOOK);
        passes.make(interventions(draws), (position, probabilities, slot) -> {
            double sum = 0;
            for (int i = 0; i < baseline.length; i++) {
                sum += Math.abs(probabilities[slot * baseline.length + i] - baseline[i]);
            }
            change[draws.get(position).block()] += sum;
        });
        return change;
    }

    private Map<Integer, OracleEffect> effects(List<Integer> sampled, int count, PlainPasses passes)
            throws ModelRejectedException, InterruptedException {
        EffectMoments[] moments = new EffectMoments[blocks.size()];
        Arrays.fill(moments, EffectMoments.NONE);
        List<Drawn> draws = draws(sampled, count);
        passes.make(interventions(draws), (position, probabilities, slot) -> {
            int block = draws.get(position).block();
            moments[block] = moments[block].add(score.effect(probabilities, slot));
        });
        Map<Integer, OracleEffect> effects = new HashMap<>();
        sampled.forEach(block -> effects.put(block, OracleEffect.of(moments[block], bank.size())));
        return effects;
    }

    /**
     * @param block position in the map
     * @param donor index in the bank
     */
    private record Drawn(int block, int donor) {}

    /** So many donors for each block, none twice, or all there are; the first of each block, then the second. */
    private List<Drawn> draws(List<Integer> some, int count) {
        List<List<Integer>> donors = some.stream().map(block -> shuffledBank()).toList();
        List<Drawn> draws = new ArrayList<>();
        for (int draw = 0; draw < Math.min(count, bank.size()); draw++) {
            for (int i = 0; i < some.size(); i++) {
                draws.add(new Drawn(some.get(i), donors.get(i).get(draw)));
            }
        }
        return draws;
    }

    private List<Integer> shuffledBank() {
        List<Integer> donors =
                new ArrayList<>(IntStream.range(0, bank.size()).boxed().toList());
        Collections.shuffle(donors, random);
        return donors;
    }

    private List<Intervention> interventions(List<Drawn> draws) {
        return draws.stream()
                .map(draw -> new Intervention(blocks.get(draw.block()), draw.donor()))
                .toList();
    }
}
