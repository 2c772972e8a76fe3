package io.limen.explainer.application;

import io.limen.explainer.domain.attribution.ScreeningAudit;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.BlockGrid;
import io.limen.explainer.domain.intervention.DrawSchedule;
import io.limen.explainer.domain.intervention.ThinnedDonors;
import io.limen.explainer.domain.quadrature.BlockMean;
import io.limen.explainer.domain.quadrature.DonorTraits;
import io.limen.explainer.domain.quadrature.DrawAllocation;
import io.limen.explainer.domain.quadrature.MapQuadrature;
import io.limen.explainer.domain.surrogate.BlockSurrogate;
import io.limen.explainer.domain.surrogate.SoftDice;
import io.limen.explainer.domain.surrogate.SurrogateFit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The adaptive schedule on the blocks of one case that can reach the region. One draw of every block is made whatever the
 * budget says, so that no block is without an estimate.
 */
final class AdaptiveRun {

    /** Draws of every block before draws are given to some: a spread needs two. */
    static final int FIRST_DRAWS = 2;

    /** A bank of so few donors is drawn whole: their mean is then exact, and a spread can't be told from so few. */
    private static final int SMALL_BANK = 8;

    /** Without a target of the user's, no map is asked to be more precise than this share of tau. */
    private static final double FINEST_OF_TAU = 0.5;

    /** A round is this share of the draws so far: few looks, and none of them late. */
    private static final double ROUND_SHARE = 0.25;

    /** The smallest round, draws: several batches. */
    private static final int LEAST_ROUND = 64;

    /** More draws of one block cost more in algebra than they gain. */
    private static final int MAX_DRAWS = 200;

    /** Draws of the published schedule per relevant block: what its precision is reckoned from. */
    private static final double PUBLISHED_DRAWS =
            DrawSchedule.Published.asPublished().draws();

    /** The surrogates are fitted anew when there are this many times as many draws. */
    private static final double REFIT_GROWTH = 1.6;

    private final DrawSchedule.Adaptive schedule;
    private final BudgetMeter meter;
    private final Optional<Surrogates> surrogates;
    private final SoftDice softDice;
    private final int treated;
    private final MapQuadrature map;
    private final AdaptiveDraws draws;
    private final int blocks;
    private final AuditChoice auditChoice;
    private final int firstDraws;
    private List<BlockSurrogate> predicted;
    private long made;
    private double fitAt;

    /**
     * @param subject the case
     * @param schedule how precise the map shall be
     * @param blocks what gets draws
     * @param passes make them
     * @param surrogates gradients; empty when the model has none
     * @param softDice of the region
     */
    AdaptiveRun(
            TreatedCase subject,
            DrawSchedule.Adaptive schedule,
            Blocks blocks,
            ForwardPasses passes,
            Optional<Surrogates> surrogates,
            SoftDice softDice) {
        DonorTraits traits = DonorTraits.of(subject.bank());
        this.schedule = schedule;
        this.meter = subject.meter();
        this.surrogates = surrogates;
        this.softDice = softDice;
        this.treated = blocks.treated();
        this.blocks = blocks.reaching().size();
        this.map = new MapQuadrature(blocks.grid(), blocks.reaching(), traits);
        this.draws = new AdaptiveDraws(
                blocks.reaching(),
                blocks.probed(),
                new ThinnedDonors(subject.seed(), traits.byBrightness(), traits.chances()),
                map,
                passes);
        this.auditChoice = new AuditChoice(subject.seed());
        this.firstDraws = traits.size() <= SMALL_BANK ? traits.size() : FIRST_DRAWS;
    }

    /**
     * @param grid the tiling of the input
     * @param reaching blocks that can reach the region, as they lie in the case's image
     * @param probed the same as they lie in the image that is probed
     * @param treated all treated blocks, those included that can't reach the region
     */
    record Blocks(BlockGrid grid, List<Block> reaching, List<Block> probed, int treated) {}

    /**
     * @param means per block that can reach the region
     * @param audit empty when the budget ended before it
     */
    record Result(List<BlockMean> means, Optional<ScreeningAudit> audit) {}

    Result result() throws ModelRejectedException, InterruptedException {
        boolean affordable = firstDraws();
        while (affordable) {
            List<BlockMean> means = map.means();
            int[] further = further(means);
            if (Arrays.stream(further).sum() == 0) {
                break;
            }
            affordable = draw(further, expected(means));
            refit();
        }
        Optional<ScreeningAudit> audit = affordable ? audit() : Optional.empty();
        return new Result(map.means(), audit);
    }

    private boolean firstDraws() throws ModelRejectedException, InterruptedException {
        long expected = meter.forwards() + (long) firstDraws * blocks;
        SurrogateTrial trial = new SurrogateTrial(softDice);
        predicted = surrogates.flatMap(this::soft).orElse(null);
        int[] one = new int[blocks];
        Arrays.fill(one, 1);
        boolean affordable = draws.make(one, blocks, expected, drawn -> {
            made++;
            if (predicted != null) {
                trial.see(predicted.get(drawn.block()).soft()[drawn.donor()], drawn.output());
            }
        });
        if (predicted != null && trial.worthMore() && affordable) {
            predicted = withFlips(predicted);
        }
        for (int i = 1; i < firstDraws && affordable; i++) {
            affordable = draw(draws.left(1), expected);
        }
        refit();
        return affordable;
    }

    /** Predictions only save draws: a model without a finite gradient here, or without memory for it, is explained without. */
    private Optional<List<BlockSurrogate>> soft(Surrogates from) {
        try {
            return Optional.of(from.soft(softDice));
        } catch (ModelRejectedException noGradient) {
            return Optional.empty();
        }
    }

    private List<BlockSurrogate> withFlips(List<BlockSurrogate> soft) {
        try {
            return surrogates.orElseThrow().withFlips(soft);
        } catch (ModelRejectedException noGradient) {
            return soft;
        }
    }

    private boolean draw(int[] further, long expected) throws ModelRejectedException, InterruptedException {
        return draws.make(further, 0, expected, drawn -> made++);
    }

    private void refit() {
        if (predicted != null && made >= fitAt) {
            SurrogateFit fit = new SurrogateFit(map.draws(), predicted);
            map.predict(fit::prediction);
            fitAt = made * REFIT_GROWTH;
        }
    }

    private int[] further(List<BlockMean> means) {
        double[] variances = means.stream().mapToDouble(BlockMean::variance).toArray();
        int[] soFar = means.stream().mapToInt(mean -> mean.draws().size()).toArray();
        int[] left = draws.left(MAX_DRAWS);
        for (int i = 0; i < left.length; i++) {
            left[i] = Math.min(left[i], Math.max(0, MAX_DRAWS - soFar[i]));
        }
        int round = (int) Math.max(LEAST_ROUND, ROUND_SHARE * made);
        return DrawAllocation.next(variances, soFar, left, round, target(means));
    }

    /** Sum of variances over the map that is precise enough, percentage points squared. */
    private double target(List<BlockMean> means) {
        if (schedule.targetStandardError().isPresent()) {
            double standardError = schedule.targetStandardError().getAsDouble();
            return standardError * standardError * treated;
        }
        double finest = FINEST_OF_TAU * schedule.tau();
        return Math.max(
                finest * finest * treated,
                means.stream().mapToDouble(BlockMean::effectVariance).sum() / PUBLISHED_DRAWS);
    }

    /** Forward passes in the end, if variances fall like 1/draws. */
    private long expected(List<BlockMean> means) {
        double roots = means.stream()
                .mapToDouble(
                        mean -> mean.standardError() * Math.sqrt(mean.draws().size()))
                .sum();
        double target = target(means);
        double needed = target > 0 ? roots * roots / target : made;
        return meter.forwards() + (long) Math.max(LEAST_ROUND, Math.min(needed - made, (double) MAX_DRAWS * blocks));
    }

    /** Whether a block got no more than the first draws because none of them reached tau. */
    static boolean screenedOut(BlockMean mean, double tau) {
        return mean.draws().size() <= FIRST_DRAWS && mean.draws().largest() < tau;
    }

    private Optional<ScreeningAudit> audit() throws ModelRejectedException, InterruptedException {
        List<BlockMean> means = map.means();
        double tau = schedule.tau();
        List<Integer> dropped = IntStream.range(0, blocks)
                .filter(i -> screenedOut(means.get(i), tau))
                .boxed()
                .toList();
        long mattering = means.stream()
                .filter(mean ->
                        !screenedOut(mean, tau) && Math.abs(mean.average().mean()) >= tau)
                .count();
        AuditChoice.Sample sample = auditChoice.choose(dropped, (int) mattering, meter.forwards());
        int[] further = sample.further(draws.left(ScreeningAudit.DRAWS));
        double[] sums = new double[blocks];
        int[] counts = new int[blocks];
        long expected = meter.forwards() + Arrays.stream(further).sum();
        boolean affordable = draws.make(further, 0, expected, drawn -> {
            sums[drawn.block()] += drawn.effect().dicePoints();
            counts[drawn.block()]++;
        });
        return affordable ? Optional.of(sample.result(sums, counts, tau)) : Optional.empty();
    }
}
