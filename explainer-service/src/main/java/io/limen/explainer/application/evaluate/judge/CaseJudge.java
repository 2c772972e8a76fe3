package io.limen.explainer.application.evaluate.judge;

import io.limen.explainer.application.Leeway;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.ProbedCase;
import io.limen.explainer.application.Reachability;
import io.limen.explainer.application.evaluate.method.MethodCase;
import io.limen.explainer.domain.faithfulness.BlockOrder;
import io.limen.explainer.domain.faithfulness.Infidelity;
import io.limen.explainer.domain.faithfulness.Metric;
import io.limen.explainer.domain.faithfulness.OffTarget;
import io.limen.explainer.domain.faithfulness.PlantedCause;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.imputation.DonorImputer;
import io.limen.explainer.domain.imputation.FillIn;
import io.limen.explainer.domain.imputation.Imputer;
import io.limen.explainer.domain.intervention.PatchBank;
import io.limen.explainer.domain.saliency.BlockRelevance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Judges maps of one case: all meet the same donors, the same random orders to beat and the same random sets of blocks. Owned by one
 * thread, closed after use.
 */
public final class CaseJudge implements AutoCloseable {

    /** Donors for every block: the curves of one donor alone are rough. */
    private static final int DONORS = 4;

    /** Random orders whose mean is what a map has to beat. */
    private static final int ORDERS = 8;

    /** Random sets of one size, for infidelity. */
    private static final int SETS_OF_A_SIZE = 12;

    /** Their sizes, as shares of the blocks. */
    private static final double[] SET_SHARES = {0.03, 0.1, 0.2};

    /** Of the unperturbed Dice, to be brought back. */
    private static final double SUFFICIENT = 0.9;

    private final MethodCase subject;
    private final Optional<PlantedCause> cause;
    private final long seed;
    private final Mask before;
    private final Curves donors;
    private final Curves filled;
    private final MapCheck check;
    private final Expected randomDonors;
    private final Expected randomFilled;
    private final int[][] sets;
    private final double[] lost;

    /** Means over the random orders, percentage points. */
    private record Expected(double deletion, double insertion, double leadingDeletion, double leadingInsertion) {

        static Expected of(List<Curves.Found> orders) {
            return new Expected(
                    mean(orders, found -> found.deletion().area()),
                    mean(orders, found -> found.insertion().area()),
                    mean(orders, found -> found.deletion().atLeading()),
                    mean(orders, found -> found.insertion().atLeading()));
        }

        private static double mean(List<Curves.Found> orders, ToDoubleFunction<Curves.Found> figure) {
            return orders.stream().mapToDouble(figure).average().orElseThrow();
        }
    }

    /**
     * Measures what all maps are held against.
     *
     * @param bank donors that no method has used
     * @param reachability tells what of the case can matter
     * @param cause the true cause where it was planted, of the input's size
     * @param seed of donors, orders and sets
     */
    public CaseJudge(MethodCase subject, PatchBank bank, Reachability reachability, Optional<Mask> cause, long seed)
            throws ModelRejectedException, InterruptedException {
        this.subject = subject;
        this.cause = cause.map(mask -> new PlantedCause(mask, subject.blocks()));
        this.seed = seed;
        this.before = subject.output().threshold(subject.model().description().threshold());
        List<Imputer> imputers = new ArrayList<>();
        for (int donor = 0; donor < DONORS; donor++) {
            imputers.add(new DonorImputer(subject.blocks(), bank, seed + donor));
        }
        this.donors = new Curves(subject, imputers);
        this.filled = new Curves(subject, List.of(new FillIn(subject.blocks(), seed)));
        this.check = new MapCheck(
                subject,
                reachability.reachable(
                        subject.model(),
                        new ProbedCase(subject.input(), subject.region(), subject.blocks()),
                        bank,
                        Leeway.ENDLESS),
                bank,
                seed);
        this.randomDonors = random(donors);
        this.randomFilled = random(filled);
        this.sets = sets();
        this.lost = new double[sets.length];
        for (int set = 0; set < sets.length; set++) {
            lost[set] = subject.score().baselineDice() - donors.without(sets[set]);
        }
    }

    /** All that can be told of a map alone. */
    public Map<Metric, Double> judge(BlockRelevance relevance) throws ModelRejectedException, InterruptedException {
        Map<Metric, Double> found = new EnumMap<>(Metric.class);
        BlockOrder order = BlockOrder.of(relevance, seed);
        Curves.Found curves = donors.along(order);
        found.put(Metric.DELETION, randomDonors.deletion() - curves.deletion().area());
        found.put(Metric.INSERTION, curves.insertion().area() - randomDonors.insertion());
        found.put(
                Metric.LEADING_DELETION,
                randomDonors.leadingDeletion() - curves.deletion().atLeading());
        found.put(Metric.LEADING_INSERTION, curves.insertion().atLeading() - randomDonors.leadingInsertion());
        double enough = SUFFICIENT * subject.score().baselineDice();
        if (donors.nothingLeft() < enough) {
            found.put(Metric.SUFFICIENCY, curves.insertion().reaches(enough));
        }
        put(found, Metric.LEAKAGE, leakage(order, curves.leading()));
        Curves.Found smooth = filled.along(order);
        found.put(
                Metric.SMOOTH_DELETION,
                randomFilled.deletion() - smooth.deletion().area());
        found.put(Metric.SMOOTH_INSERTION, smooth.insertion().area() - randomFilled.insertion());
        put(found, Metric.INFIDELITY, Infidelity.of(relevance.values(), sets, lost));
        put(found, Metric.VOUCHED_FOR, check.vouches(relevance));
        cause.ifPresent(planted -> {
            put(found, Metric.CAUSE_SHARE, planted.share(relevance.values()));
            put(found, Metric.CAUSE_HIT, planted.hit(relevance.values()));
        });
        return found;
    }

    /** 1: the check of a stream lets the map pass, 0: it does not; empty where it can't tell. */
    public OptionalDouble vouches(BlockRelevance relevance) throws ModelRejectedException, InterruptedException {
        return check.vouches(relevance);
    }

    private OptionalDouble leakage(BlockOrder order, List<Mask> after) {
        List<Block> taken = Arrays.stream(order.first(donors.leading()))
                .mapToObj(subject.blocks()::get)
                .toList();
        return new OffTarget(subject.region(), before).share(after, taken);
    }

    private Expected random(Curves curves) throws ModelRejectedException, InterruptedException {
        Random random = new Random(seed);
        List<Curves.Found> orders = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            BlockRelevance nothing =
                    new BlockRelevance(random.doubles(subject.blocks().size()).toArray());
            orders.add(curves.along(BlockOrder.of(nothing, seed)));
        }
        return Expected.of(orders);
    }

    private int[][] sets() {
        Random random = new Random(seed);
        List<Integer> blocks = new ArrayList<>(
                IntStream.range(0, subject.blocks().size()).boxed().toList());
        List<int[]> drawn = new ArrayList<>();
        for (double share : SET_SHARES) {
            int size = (int) Math.max(1, Math.round(share * blocks.size()));
            for (int set = 0; set < SETS_OF_A_SIZE; set++) {
                Collections.shuffle(blocks, random);
                drawn.add(blocks.subList(0, size).stream()
                        .mapToInt(Integer::intValue)
                        .toArray());
            }
        }
        return drawn.toArray(int[][]::new);
    }

    private static void put(Map<Metric, Double> found, Metric metric, OptionalDouble value) {
        value.ifPresent(one -> found.put(metric, one));
    }

    @Override
    public void close() {
        donors.close();
        filled.close();
        check.close();
    }
}
