package io.limen.aggregator.adapter.report;

import io.limen.aggregator.application.report.ReportWriter.Content;
import io.limen.aggregator.application.report.Retained;
import io.limen.aggregator.domain.report.ModelFinding;
import io.limen.aggregator.domain.report.ReportedAlert;
import io.limen.aggregator.domain.strategy.ReferenceMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the page shows.
 *
 * @param lead what was looked at, in a sentence
 * @param cautions what to be careful with
 * @param comparison null when none was asked for, or none was possible
 * @param models each with its sections
 * @param alerts of the period
 * @param leftOut records that are not in it, and why
 * @param provenance of what it was made
 */
record ReportView(
        String lead,
        List<String> cautions,
        ComparisonSection comparison,
        List<ModelSection> models,
        List<Alert> alerts,
        List<String> leftOut,
        List<String> provenance) {

    /** One alert. */
    record Alert(String title, String state, String summary, String states, List<String> acknowledgements) {}

    static ReportView of(Content content, String version) {
        return new ReportView(
                lead(content),
                cautions(content),
                content.report()
                        .comparison()
                        .map(one -> ComparisonSection.of(one, content.limits().orElseThrow()))
                        .orElse(null),
                content.report().models().stream().map(ModelSection::of).toList(),
                content.report().alerts().stream().map(ReportView::alert).toList(),
                content.retained().leftOut().entrySet().stream()
                        .map(one -> Words.count(one.getValue()) + " " + one.getKey())
                        .toList(),
                provenance(content, version));
    }

    static String mode(ReferenceMode mode) {
        return mode == ReferenceMode.GROUND_TRUTH ? "against ground truth" : "against its own mask";
    }

    private static String lead(Content content) {
        return "From %s to %s: %s explanations, %s alerts of drift."
                .formatted(
                        Words.time(content.report().period().from()),
                        Words.time(content.report().period().to()),
                        Words.count(content.retained().cases().size()),
                        Words.count(content.report().alerts().size()));
    }

    /** What whoever relies on it has to know first. */
    static List<String> cautions(Content content) {
        List<String> cautions = new ArrayList<>();
        if (content.retained().cut()) {
            cautions.add(
                    "There were more explanations than the report may hold (--most): it is on a part of the period's.");
        }
        if (content.retained().beginningGone()) {
            cautions.add(
                    "The topic no longer reaches back to the beginning of the period: what was deleted is not in here.");
        }
        if (content.limits().isPresent() && content.report().comparison().isEmpty()) {
            cautions.add(
                    "The versions could not be compared: one of them has no explanation in a reference mode that both have.");
        }
        if (content.retained().leftOut().containsKey(Retained.UNREADABLE_ALERTS)) {
            cautions.add("Some alerts or acknowledgements can't be read: there may have been more than are told here.");
        }
        long byLot = content.report().models().stream()
                .mapToLong(ModelFinding::byLot)
                .sum();
        if (byLot > 0) {
            cautions.add(
                    Words.count(byLot) + " explanations came about by lot, as more cases came than could be explained."
                            + " Studies count once each all the same; hours with an overload are underrepresented.");
        }
        content.report().models().stream()
                .filter(one -> one.origins().size() > 1)
                .forEach(one -> cautions.add(one.model() + " (" + mode(one.mode())
                        + ") was explained with different files of the model or the bank under one version."));
        return cautions;
    }

    private static Alert alert(ReportedAlert alert) {
        return new Alert(
                alert.model() + " at " + alert.site() + ", " + mode(ReferenceMode.valueOf(alert.mode())),
                alert.state(),
                alert.summary(),
                String.join(
                        ", ",
                        alert.states().stream()
                                .map(one -> one.name() + " " + Words.time(one.since()))
                                .toList()),
                alert.acknowledgements().stream()
                        .map(one -> (one.by().isEmpty() ? "somebody" : one.by()) + ", " + Words.time(one.at())
                                + (one.note().isEmpty() ? "" : ": " + one.note()))
                        .toList());
    }

    private static List<String> provenance(Content content, String version) {
        List<String> facts = new ArrayList<>();
        facts.add("Limen " + version + ", made " + Words.time(content.madeAt()));
        facts.add("Models asked for: " + named(content.request().models()) + "; sites: "
                + named(content.request().sites()));
        for (Retained.ReadRange range : content.retained().read()) {
            if (range.to() > range.from()) {
                facts.add("Read: " + range.topic() + "-" + range.partition() + ", offsets " + range.from() + " to "
                        + (range.to() - 1));
            }
        }
        return facts;
    }

    private static String named(Set<String> names) {
        return names.isEmpty() ? "all" : String.join(", ", new TreeSet<>(names));
    }
}
