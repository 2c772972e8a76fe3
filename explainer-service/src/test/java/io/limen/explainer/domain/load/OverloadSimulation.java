package io.limen.explainer.domain.load;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/**
 * Workers on a queue that hands out the oldest case first, in steps of events, with cases that come at random: at so many times
 * what can be explained between the first third of the time and the second, and at a half of it otherwise. A case has a value that
 * is 1 in the busy time and 0 else, give or take: so what is explained of it must be weighted, or it says something else.
 */
final class OverloadSimulation {

    static final double WHOLE_SECONDS = 10;
    static final int WORKERS = 4;
    static final double HORIZON_SECONDS = 5400;
    private static final double DRAWING_SECONDS = 0.002;

    /** A case that was decided on. */
    record Decided(double at, double waited, boolean explained, Relief relief, double value) {

        double probability() {
            return relief.inclusionProbability();
        }

        double share() {
            return relief.budgetShare();
        }
    }

    private record Arrival(int number, double at, double value) {}

    private final List<Decided> decided = new ArrayList<>();
    private final Deque<Arrival> queue = new ArrayDeque<>();
    private final OverloadPolicy policy;
    private final Random random;
    private final String name;
    private final double factor;
    private final DoubleUnaryOperator shareOfWhole;
    private Pace pace = Pace.UNKNOWN;
    private ArrivalRate rate = ArrivalRate.UNKNOWN;
    private double total;
    private int arrivals;
    private int longestQueue;

    OverloadSimulation(OverloadPolicy policy, double factor, long seed) {
        this(policy, factor, seed, uniform -> 0.6 + 0.8 * uniform);
    }

    /** @param shareOfWhole how long a case takes by itself, in parts of the mean, of a number that is uniform in [0,1) */
    OverloadSimulation(OverloadPolicy policy, double factor, long seed, DoubleUnaryOperator shareOfWhole) {
        this.shareOfWhole = shareOfWhole;
        this.policy = policy;
        this.factor = factor;
        this.random = new Random(seed);
        this.name = "run-" + seed + "-";
    }

    void run() {
        PriorityQueue<Double> free = new PriorityQueue<>();
        for (int worker = 0; worker < WORKERS; worker++) {
            free.add(0.0);
        }
        double next = gap(0);
        double asked = 0;
        int before = 0;
        while (next < HORIZON_SECONDS || !queue.isEmpty()) {
            double turn = free.peek();
            if (next < HORIZON_SECONDS && (queue.isEmpty() || next <= turn)) {
                arrive(next);
                if (next - asked >= 1) {
                    rate = rate.after(
                            arrivals - before,
                            Duration.ofMillis((long) ((next - asked) * 1000)),
                            Duration.ofSeconds(15));
                    asked = next;
                    before = arrivals;
                }
                next += gap(next);
                continue;
            }
            free.add(decide(Math.max(free.remove(), queue.peek().at)));
        }
    }

    private double gap(double now) {
        double perSecond = (busy(now) ? factor : 0.5) * WORKERS / WHOLE_SECONDS;
        return -Math.log(1 - random.nextDouble()) / perSecond;
    }

    private static boolean busy(double now) {
        return now > HORIZON_SECONDS / 3 && now < HORIZON_SECONDS * 2 / 3;
    }

    private void arrive(double at) {
        Arrival arrival = new Arrival(arrivals++, at, (busy(at) ? 1 : 0) + 0.3 * random.nextGaussian());
        total += arrival.value();
        queue.add(arrival);
        longestQueue = Math.max(longestQueue, queue.size());
    }

    /** When the worker is free again. */
    private double decide(double now) {
        Arrival arrival = queue.remove();
        Relief relief = policy.relief(new Load(rate.perSecond(), queue.size(), WORKERS), pace);
        boolean explained = Lottery.lot(name + arrival.number()) < relief.inclusionProbability();
        decided.add(new Decided(now, now - arrival.at(), explained, relief, arrival.value()));
        if (!explained) {
            return now + DRAWING_SECONDS;
        }
        double own = WHOLE_SECONDS * shareOfWhole.applyAsDouble(random.nextDouble());
        double given = relief.time().map(time -> time.toNanos() / 1e9).orElse(Double.POSITIVE_INFINITY);
        double took = Math.min(own, given);
        pace = pace.after(took, relief.budgetShare() == 1);
        return now + took;
    }

    List<Decided> decided() {
        return decided;
    }

    int arrivals() {
        return arrivals;
    }

    int longestQueue() {
        return longestQueue;
    }

    double trueMean() {
        return total / arrivals;
    }

    /** Horvitz and Thompson (1952): the number of cases as the explained ones tell it. */
    double estimatedCases() {
        return decided.stream()
                .filter(Decided::explained)
                .mapToDouble(one -> 1 / one.probability())
                .sum();
    }

    /** Hajek (1971): the mean value as the explained ones tell it. */
    double estimatedMean() {
        return decided.stream()
                        .filter(Decided::explained)
                        .mapToDouble(one -> one.value() / one.probability())
                        .sum()
                / estimatedCases();
    }

    /** As if every explained case stood for one. */
    double unweightedMean() {
        return decided.stream()
                .filter(Decided::explained)
                .mapToDouble(Decided::value)
                .average()
                .orElseThrow();
    }
}
