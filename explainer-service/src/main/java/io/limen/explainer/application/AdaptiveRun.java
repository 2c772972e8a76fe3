package io.limen.explainer.application;

import io.limen.explainer.domain.attribution.ScreeningAudit;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.BlockGrid;
import io.limen.explainer.domain.intervention.DrawSchedule;
import io.limen.explainer.domain.intervention.ThinnedDonors;
import io.limen.explainer.domain.quadrature.BlockMean;
import io.limen.explainer.domain.quadrature.DonorTraits;
import io.limen.explainer.domain.quadrature.MapQuadrature;
import io.limen.explainer.domain.quadrature.MovedNeighbourhoods;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The adaptive schedule on the blocks of one case that can reach the region. One draw of every block is made whatever the
 * budget says, so that no block is without an estimate.
 */
final class AdaptiveRun {

    /** Draws of a block that moves, or whose neighbour does, before draws are allotted: a spread needs two. */
    static final int FIRST_DRAWS = 2;

    /** A bank of so few donors is drawn whole: their mean is then exact, and a spread can't be told from so few. */
    private static final int SMALL_BANK = 8;

    /** More draws of one block cost more in algebra than they gain. */
    private static final int MAX_DRAWS = 200;

    private final DrawSchedule.Adaptive schedule;
    private final BudgetMeter meter;
    private final Predictions predictions;
    private final PrecisionGoal goal;
    private final MapQuadrature map;
    private final AdaptiveDraws draws;
    private final int blocks;
    private final AuditChoice auditChoice;
    private final MovedNeighbourhoods moved;
    private final boolean smallBank;
    private final int firstDraws;
    private long made;

    /**
     * @param subject the case
     * @param schedule how precise the map shall be
     * @param blocks what gets draws
     * @param passes make them
     * @param predictions of the blocks' effects
     */
    AdaptiveRun(
            TreatedCase subject,
            DrawSchedule.Adaptive schedule,
            Blocks blocks,
            ForwardPasses passes,
            Predictions predictions) {
        DonorTraits traits = DonorTraits.of(subject.bank());
        this.schedule = schedule;
        this.meter = subject.meter();
        this.predictions = predictions;
        this.goal = new PrecisionGoal(schedule, blocks.treated(), MAX_DRAWS);
        this.blocks = blocks.reaching().size();
        this.map = new MapQuadrature(blocks.grid(), blocks.reaching(), traits);
        this.draws = new AdaptiveDraws(
                blocks.reaching(),
                blocks.probed(),
                new ThinnedDonors(subject.seed(), traits.strips(), traits.chances()),
                map,
                passes);
        this.moved = new MovedNeighbourhoods(blocks.grid(), blocks.reaching());
        this.auditChoice = new AuditChoice(subject.seed());
        this.smallBank = traits.size() <= SMALL_BANK;
        this.firstDraws = smallBank ? traits.size() : FIRST_DRAWS;
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
     * @param screenedOut positions of the blocks that were given up after the first draws
     * @param audit empty when the budget ended before it
     */
    record Result(List<BlockMean> means, Set<Integer> screenedOut, Optional<ScreeningAudit> audit) {}

    Result result() throws ModelRejectedException, InterruptedException {
        boolean looked = firstDraws();
        boolean affordable = looked;
        while (affordable) {
            List<BlockMean> means = map.means();
            int[] further = goal.further(means, draws.left(MAX_DRAWS), made);
            if (Arrays.stream(further).sum() == 0) {
                break;
            }
            affordable = draw(further, meter.forwards() + goal.needed(means, made));
            predictions.refit(map, made);
        }
        affordable = affordable && lookAtSingleBlocks();
        List<BlockMean> means = map.means();
        Set<Integer> screenedOut = IntStream.range(0, blocks)
                .filter(i -> looked && screenedOut(means.get(i)))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
        Optional<ScreeningAudit> audit = affordable ? audit(means, screenedOut) : Optional.empty();
        return new Result(map.means(), screenedOut, audit);
    }

    private boolean firstDraws() throws ModelRejectedException, InterruptedException {
        long expected = meter.forwards() + (long) firstDraws * blocks;
        int[] one = new int[blocks];
        Arrays.fill(one, 1);
        boolean affordable = draws.make(one, blocks, expected, drawn -> {
            made++;
            predictions.see(drawn);
        });
        if (affordable) {
            predictions.settle();
        }
        for (int i = 1; i < firstDraws && affordable; i++) {
            int[] another = draws.left(1);
            affordable = draw(smallBank ? another : moved.further(map.draws(), another), expected);
        }
        predictions.refit(map, made);
        return affordable;
    }

    private boolean lookAtSingleBlocks() throws ModelRejectedException, InterruptedException {
        boolean[] chosen = goal.doubtful(map.means());
        boolean affordable = true;
        while (affordable) {
            int[] further = goal.ofSingleBlocks(map.means(), draws.left(MAX_DRAWS), chosen);
            int count = Arrays.stream(further).sum();
            if (count == 0) {
                break;
            }
            affordable = draw(further, meter.forwards() + count);
            predictions.refit(map, made);
        }
        return affordable;
    }

    private boolean draw(int[] further, long expected) throws ModelRejectedException, InterruptedException {
        return draws.make(further, 0, expected, drawn -> made++);
    }

    /** Whether a block got no more than the first draws because none of them reached tau. */
    private boolean screenedOut(BlockMean mean) {
        return mean.draws().size() <= firstDraws
                && !mean.isExact()
                && mean.draws().largest() < schedule.tau();
    }

    /** Further draws of some blocks that were given up; they go into the map. */
    private Optional<ScreeningAudit> audit(List<BlockMean> means, Set<Integer> screenedOut)
            throws ModelRejectedException, InterruptedException {
        int mattering = (int) IntStream.range(0, blocks)
                .filter(i -> !screenedOut.contains(i) && matters(means.get(i)))
                .count();
        AuditChoice.Sample sample = auditChoice.choose(List.copyOf(screenedOut), mattering, made);
        int[] further = sample.further(draws.left(ScreeningAudit.DRAWS));
        int cost = Arrays.stream(further).sum();
        if (!meter.affords(cost) || !draw(further, meter.forwards() + cost)) {
            return Optional.empty();
        }
        List<BlockMean> audited = map.means();
        return Optional.of(sample.result(block -> matters(audited.get(block))));
    }

    private boolean matters(BlockMean mean) {
        return Math.abs(mean.average().mean()) >= schedule.tau();
    }
}
