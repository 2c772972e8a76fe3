package io.limen.aggregator.adapter.report;

import io.limen.aggregator.application.report.StatedLimits;
import io.limen.aggregator.domain.comparison.Interval;
import io.limen.aggregator.domain.comparison.Verdict;
import io.limen.aggregator.domain.report.Compared;
import io.limen.aggregator.domain.report.VersionComparison;
import io.limen.aggregator.domain.strategy.Feature;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The comparison as the page shows it.
 *
 * @param verdict in a word
 * @param first the version that the other is held against
 * @param second the other
 * @param lead what was compared, in a sentence
 * @param notes what is to be known of it
 * @param rows figures against their limits
 * @param limits which file they are from
 */
record ComparisonSection(
        String verdict, String first, String second, String lead, List<String> notes, List<Row> rows, String limits) {

    /** Room beside the limits on either side, so that an interval that crosses one is seen to. */
    private static final double REACH = 2;

    /** What lies wholly beyond the picture is seen at its edge. */
    private static final double LAST_PLACE = 0.985;

    /** One figure. Places are percentages of an axis from minus twice to twice the limit. */
    record Row(
            String name,
            String unit,
            String first,
            String second,
            String interval,
            String limit,
            String method,
            String verdict,
            boolean drawn,
            String from,
            String width,
            boolean beyond) {}

    static ComparisonSection of(VersionComparison comparison, StatedLimits stated) {
        return new ComparisonSection(
                comparison.verdict().name(),
                comparison.first(),
                comparison.second(),
                comparison.second() + " against " + comparison.first() + ", "
                        + ReportView.mode(comparison.mode()) + ", "
                        + (comparison.paired()
                                ? "by " + Words.count(comparison.common()) + " cases that both have explained"
                                : "as two samples of studies (" + Words.count(comparison.common())
                                        + " cases in common)"),
                notes(comparison, stated),
                comparison.figures().stream().map(ComparisonSection::row).toList(),
                stated.file() + ", SHA-256 " + stated.sha256() + ", at least "
                        + stated.limits().leastStudies() + " studies");
    }

    private static List<String> notes(VersionComparison comparison, StatedLimits stated) {
        Optional<String> pairs = comparison.paired() && comparison.firstLeftOut() + comparison.secondLeftOut() > 0
                ? Optional.of("Left out, for they are no pairs: "
                        + Words.count(comparison.firstLeftOut()) + " cases of " + comparison.first() + " and "
                        + Words.count(comparison.secondLeftOut()) + " of " + comparison.second() + ".")
                : Optional.empty();
        Optional<String> sites = comparison.sameSites()
                ? Optional.empty()
                : Optional.of("The versions ran at different sites: a difference may be one of sites.");
        boolean few = comparison.figures().stream()
                .anyMatch(one -> Math.min(one.firstStudies(), one.secondStudies())
                        < stated.limits().leastStudies());
        Optional<String> studies = few
                ? Optional.of(
                        "Figures of fewer studies than the limits ask for are undecided, whatever their interval.")
                : Optional.empty();
        return Stream.of(pairs, sites, studies).flatMap(Optional::stream).toList();
    }

    private static Row row(Compared one) {
        Optional<double[]> ends = one.interval().map(of -> new double[] {place(of.low(), one), place(of.high(), one)});
        return new Row(
                one.share() ? "share of " + one.name().toLowerCase(Locale.ROOT) : one.name(),
                one.share()
                        ? "share, 0 to 1"
                        : Feature.named(one.name()).map(Words::unit).orElse(""),
                value(one.first(), one.firstStudies()),
                value(one.second(), one.secondStudies()),
                Words.interval(one.interval()),
                "\u00b1" + Words.number(one.limit()),
                switch (one.method()) {
                    case WELCH -> "Welch";
                    case STUDENT_PAIRED -> "paired t";
                    case NEWCOMBE -> "Newcombe";
                    case NEWCOMBE_PAIRED -> "Newcombe, paired";
                },
                one.verdict().name(),
                ends.isPresent(),
                ends.map(of -> Words.percent(Math.min(LAST_PLACE, of[0]))).orElse("0"),
                ends.map(of -> Words.percent(of[1] - of[0])).orElse("0"),
                one.interval().map(of -> isBeyond(of, one.limit())).orElse(false));
    }

    private static boolean isBeyond(Interval of, double limit) {
        return of.low() < -REACH * limit || of.high() > REACH * limit;
    }

    private static double place(double value, Compared one) {
        double share = (value / one.limit() + REACH) / (2 * REACH);
        return Math.max(0, Math.min(1, share));
    }

    private static String value(Optional<Double> value, long studies) {
        return value.map(number -> Words.number(number) + " (" + Words.count(studies) + ")")
                .orElse("\u2013");
    }

    /** Accepted, rejected or undecided as a sentence. */
    public String meaning() {
        return switch (Verdict.valueOf(verdict)) {
            case ACCEPTED -> "Every 90 % interval lies within its limits.";
            case REJECTED -> "At least one 90 % interval lies wholly beyond a limit.";
            case UNDECIDED ->
                "No interval lies wholly beyond a limit, and not every one lies within: more studies would tell.";
        };
    }
}
