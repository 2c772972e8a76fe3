package io.limen.explainer.adapter.cli.capacity;

import static io.limen.explainer.adapter.cli.capacity.Quantity.bytes;
import static io.limen.explainer.adapter.cli.capacity.Quantity.bytesPerSecond;
import static io.limen.explainer.adapter.cli.capacity.Quantity.count;
import static io.limen.explainer.adapter.cli.capacity.Quantity.percent;
import static io.limen.explainer.adapter.cli.capacity.Quantity.time;

import io.limen.explainer.domain.capacity.CapacityPlan;
import io.limen.explainer.domain.capacity.RecordSizes;
import io.limen.explainer.domain.capacity.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The plans as a table: a column per number of cases a minute.
 *
 * @param plans one or more, of the same workload but for its rate
 * @param means what they were reckoned with
 * @param source where the cost of an explanation is known from
 */
record CapacityTable(List<CapacityPlan> plans, CapacityPlan.Means means, String source) {

    private static final int LABEL = 54;
    private static final int COLUMN = 16;

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(assumptions());
        lines.add("");
        lines.add(row("cases a minute", plan -> count(plan.workload().casesPerMinute())));
        explainers(lines);
        watch(lines);
        kafka(lines);
        aggregator(lines);
        return String.join("\n", lines) + "\n";
    }

    private String assumptions() {
        Workload workload = plans.get(0).workload();
        return String.format(
                Locale.ROOT,
                """
                explanation  %s passes of %.2f ms: %.1f s of a device (%s)
                map          %dx%d pixels in blocks of %d: %s blocks, a record of %s; a case has %s
                groups       %s, %s a study; devices and threads are busy at most %s of the time""",
                count(means.cost().passes()),
                1_000 * means.cost().secondsPerPass(),
                means.cost().seconds(),
                source,
                workload.map().height(),
                workload.map().width(),
                workload.map().block(),
                count(workload.map().blocks()),
                bytes(RecordSizes.attribution(workload.map())),
                bytes(workload.caseBytes()),
                count(workload.groups()),
                workload.casesPerStudy() == 1 ? "a case" : count(workload.casesPerStudy()) + " cases",
                percent(means.use()));
    }

    private void explainers(List<String> lines) {
        lines.add("\nexplainers");
        lines.add(row(
                "  devices that explain every case",
                plan -> count(plan.devices().needed())));
        if (means.devices().isPresent()) {
            String there = count(means.devices().getAsLong());
            lines.add(row(
                    "  explained by " + there, plan -> percent(plan.devices().explainedShare())));
            lines.add(row("  explanations a minute", plan -> count(plan.explainedPerMinute())));
        }
    }

    private void watch(List<String> lines) {
        lines.add("\nthe watch, groups alike");
        lines.add(row(
                "  a reference of 100 studies is gathered after",
                plan -> time(plan.watch().reference())));
        lines.add(row(
                "  a change of one standard deviation is found after",
                plan -> time(plan.watch().found())));
        lines.add(
                row("    nine times out of ten after", plan -> time(plan.watch().foundMostly())));
        lines.add(row(
                "  two false alarms at the promise of 1,000 are apart",
                plan -> time(plan.watch().falseAlarms())));
        lines.add(row(
                "  promise for one false alarm in 30 days",
                plan -> count(plan.watch().promiseForQuiet())));
    }

    private void kafka(List<String> lines) {
        String kept = String.format(
                Locale.ROOT,
                "kept %s days, %s times",
                count(means.keeping().days()),
                count(means.keeping().replicas()));
        lines.add("\nKafka, before compression");
        lines.add(row("  cases", plan -> bytesPerSecond(plan.kafka().cases().bytesPerSecond())));
        lines.add(row("    " + kept, plan -> bytes(plan.kafka().cases().keptBytes())));
        lines.add(row(
                "  explanations",
                plan -> bytesPerSecond(plan.kafka().explanations().bytesPerSecond())));
        lines.add(row("    " + kept, plan -> bytes(plan.kafka().explanations().keptBytes())));
        lines.add(row("  partitions, at least", plan -> count(plan.kafka().partitions())));
    }

    private void aggregator(List<String> lines) {
        lines.add("\naggregator");
        lines.add(row("  threads, a core each", plan -> count(plan.aggregator().threads())));
        lines.add(row(
                "  most explanations a minute of one group",
                plan -> count(plan.aggregator().mostPerGroup())));
        lines.add(row("  state of the groups", plan -> bytes(plan.aggregator().groupBytes())));
        lines.add(row(
                "  state of a week's explanations",
                plan -> bytes(plan.aggregator().seenBytes())));
        lines.add(row("  changelogs", plan -> bytesPerSecond(plan.aggregator().changelogBytesPerSecond())));
    }

    private String row(String label, Function<CapacityPlan, String> cell) {
        StringBuilder line = new StringBuilder(String.format("%-" + LABEL + "s", label));
        plans.forEach(plan -> line.append(String.format("%" + COLUMN + "s", cell.apply(plan))));
        return line.toString();
    }
}
