package io.limen.aggregator.domain.report;

import io.limen.aggregator.domain.comparison.AcceptanceLimits;
import io.limen.aggregator.domain.comparison.Interval;
import io.limen.aggregator.domain.comparison.MeanInterval;
import io.limen.aggregator.domain.comparison.ShareInterval;
import io.limen.aggregator.domain.comparison.Verdict;
import io.limen.aggregator.domain.report.Compared.Method;
import io.limen.aggregator.domain.statistics.RunningMoments;
import io.limen.aggregator.domain.strategy.Feature;
import io.limen.aggregator.domain.strategy.PerceptualStrategy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Compares figures of two versions by studies, the same ones or two samples. A share over studies of a case each is compared by
 * counts; over studies of several cases it is a mean of shares, and compared as means are.
 *
 * @param first studies of the first version; of pairs in the order of the second
 * @param second studies of the second version
 */
record FigureComparison(
        List<StudyPerception> first, List<StudyPerception> second, boolean paired, AcceptanceLimits limits) {

    static FigureComparison ofSamples(
            Map<String, StudyPerception> first, Map<String, StudyPerception> second, AcceptanceLimits limits) {
        return new FigureComparison(List.copyOf(first.values()), List.copyOf(second.values()), false, limits);
    }

    /** @param first and second: of the same studies */
    static FigureComparison ofPairs(
            Map<String, StudyPerception> first, Map<String, StudyPerception> second, AcceptanceLimits limits) {
        return new FigureComparison(
                List.copyOf(first.values()),
                first.keySet().stream().map(second::get).toList(),
                true,
                limits);
    }

    Compared feature(Feature feature, double limit) {
        return ofMeans(feature.fieldName(), false, study -> study.mean(feature), limit);
    }

    Compared share(PerceptualStrategy strategy, double limit) {
        boolean single = single(first) && single(second);
        if (!single || first.isEmpty() || second.isEmpty()) {
            return ofMeans(strategy.name(), true, study -> OptionalDouble.of(study.share(strategy)), limit);
        }
        Interval interval = paired
                ? pairedCounts(strategy)
                : ShareInterval.newcombe(
                        with(first, strategy), first.size(), with(second, strategy), second.size(), Verdict.CONFIDENCE);
        return compared(
                strategy.name(),
                true,
                paired ? Method.NEWCOMBE_PAIRED : Method.NEWCOMBE,
                moments(first, study -> OptionalDouble.of(study.share(strategy))),
                moments(second, study -> OptionalDouble.of(study.share(strategy))),
                Optional.of(interval),
                limit);
    }

    private Interval pairedCounts(PerceptualStrategy strategy) {
        long[] counts = new long[4];
        for (int index = 0; index < first.size(); index++) {
            boolean one = first.get(index).share(strategy) > 0;
            boolean other = second.get(index).share(strategy) > 0;
            counts[(one ? 0 : 2) + (other ? 0 : 1)]++;
        }
        return ShareInterval.newcombePaired(counts[0], counts[1], counts[2], counts[3], Verdict.CONFIDENCE);
    }

    private Compared ofMeans(
            String name, boolean share, Function<StudyPerception, OptionalDouble> value, double limit) {
        if (!paired) {
            RunningMoments one = moments(first, value);
            RunningMoments other = moments(second, value);
            return compared(
                    name, share, Method.WELCH, one, other, MeanInterval.welch(one, other, Verdict.CONFIDENCE), limit);
        }
        List<StudyPerception> ones = new ArrayList<>();
        List<StudyPerception> others = new ArrayList<>();
        RunningMoments differences = RunningMoments.EMPTY;
        for (int index = 0; index < first.size(); index++) {
            OptionalDouble one = value.apply(first.get(index));
            OptionalDouble other = value.apply(second.get(index));
            if (one.isPresent() && other.isPresent()) {
                ones.add(first.get(index));
                others.add(second.get(index));
                differences = differences.add(other.getAsDouble() - one.getAsDouble());
            }
        }
        return compared(
                name,
                share,
                Method.STUDENT_PAIRED,
                moments(ones, value),
                moments(others, value),
                MeanInterval.student(differences, Verdict.CONFIDENCE),
                limit);
    }

    private Compared compared(
            String name,
            boolean share,
            Method method,
            RunningMoments one,
            RunningMoments other,
            Optional<Interval> interval,
            double limit) {
        boolean enough = Math.min(one.count(), other.count()) >= limits.leastStudies();
        return new Compared(
                name,
                share,
                method,
                one.count(),
                other.count(),
                mean(one),
                mean(other),
                interval,
                limit,
                enough ? Verdict.of(interval, limit) : Verdict.UNDECIDED);
    }

    private static Optional<Double> mean(RunningMoments moments) {
        return moments.count() == 0 ? Optional.empty() : Optional.of(moments.mean());
    }

    private static RunningMoments moments(
            Collection<StudyPerception> studies, Function<StudyPerception, OptionalDouble> value) {
        RunningMoments moments = RunningMoments.EMPTY;
        for (StudyPerception study : studies) {
            OptionalDouble one = value.apply(study);
            if (one.isPresent()) {
                moments = moments.add(one.getAsDouble());
            }
        }
        return moments;
    }

    private static boolean single(List<StudyPerception> studies) {
        return studies.stream().allMatch(study -> study.cases() == 1);
    }

    private static long with(List<StudyPerception> studies, PerceptualStrategy strategy) {
        return studies.stream().filter(study -> study.share(strategy) > 0).count();
    }
}
