package io.limen.aggregator.adapter.report;

import io.limen.aggregator.domain.report.FeatureFinding;
import io.limen.aggregator.domain.report.ModelFinding;
import io.limen.aggregator.domain.strategy.PerceptualStrategy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A version of a model as the page shows it.
 *
 * @param name model@version and reference mode
 * @param lead how much there is of it
 * @param rows features
 * @param mix of strategies over time
 * @param rose mean profile
 * @param origins files it was made with
 */
record ModelSection(String name, String lead, List<Row> rows, List<Bar> mix, Rose rose, List<String> origins) {

    /** A part narrower than this has no room for its number. */
    private static final double ROOM = 0.12;

    /** One feature. */
    record Row(String name, String unit, String mean, String interval, String studies) {}

    /** One interval of time, or all of them. @param words the same for those who can't see the bar */
    record Bar(String name, String count, String words, List<Part> parts) {}

    /** One class. @param text its share in percent, where there is room */
    record Part(String name, String text, String width) {}

    static ModelSection of(ModelFinding finding) {
        List<Bar> bars = new ArrayList<>();
        bars.add(bar("whole period", finding.classes()));
        for (Map.Entry<Instant, Map<PerceptualStrategy, Long>> one :
                finding.mix().entrySet()) {
            bars.add(bar(Words.time(one.getKey()).replaceAll(":00 UTC$", ""), one.getValue()));
        }
        return new ModelSection(
                finding.model() + ", " + ReportView.mode(finding.mode()),
                "%s explanations of %s studies at %s."
                        .formatted(
                                Words.count(finding.explanations()),
                                Words.count(finding.studies()),
                                String.join(", ", finding.sites())),
                finding.features().stream().map(ModelSection::row).toList(),
                bars,
                Rose.of(finding.profile()),
                finding.origins().stream()
                        .map(one -> "model " + one.modelSha256() + ", bank " + one.bankSha256())
                        .toList());
    }

    private static Row row(FeatureFinding one) {
        return new Row(
                one.feature().fieldName(),
                Words.unit(one.feature()),
                Words.number(one.mean()),
                Words.interval(one.interval()),
                Words.count(one.studies()));
    }

    private static Bar bar(String name, Map<PerceptualStrategy, Long> classes) {
        long all = classes.values().stream().mapToLong(Long::longValue).sum();
        List<PerceptualStrategy> there = Arrays.stream(PerceptualStrategy.values())
                .filter(classes::containsKey)
                .toList();
        return new Bar(
                name,
                Words.count(all),
                String.join(
                        ", ",
                        there.stream()
                                .map(one -> lower(one) + " " + classes.get(one))
                                .toList()),
                there.stream()
                        .map(one -> part(one, (double) classes.get(one) / all))
                        .toList());
    }

    private static Part part(PerceptualStrategy strategy, double share) {
        return new Part(
                lower(strategy),
                share >= ROOM ? String.format(Locale.ROOT, "%.0f %%", 100 * share) : "",
                Words.percent(share));
    }

    private static String lower(PerceptualStrategy strategy) {
        return strategy.name().toLowerCase(Locale.ROOT);
    }
}
