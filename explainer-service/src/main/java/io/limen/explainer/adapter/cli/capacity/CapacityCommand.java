package io.limen.explainer.adapter.cli.capacity;

import io.limen.explainer.domain.capacity.CapacityPlan;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code limen capacity}: devices, Kafka, the aggregator and the watch, for numbers of cases a minute. */
@Command(
        name = "capacity",
        sortOptions = false,
        abbreviateSynopsis = true,
        header = "Reckons what a number of cases a minute needs.",
        description = {
            "Devices that explain, bytes in Kafka, the aggregator's threads and state, and how long the watch takes to see a change.",
            "The costs behind it were measured on two cores (explainer-service/docs/capacity.md says how); measure your model on your machine with"
                    + " limen bench --out bench.json and give that file."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  limen capacity",
            "  limen capacity --per-minute 40 --bench bench.json --groups 12",
            "  limen capacity --per-minute 1000 --devices 4        # what share of the cases can be explained",
            "",
            "Exit codes: 0 done, 2 bad usage or input, 1 anything else."
        })
public final class CapacityCommand implements Callable<Integer> {

    @ArgGroup(validate = false, heading = "%nWhat comes:%n", order = 1)
    private final WorkloadOptions workload = new WorkloadOptions();

    @ArgGroup(validate = false, heading = "%nWhat there is:%n", order = 2)
    private final MeansOptions means = new MeansOptions();

    @Option(names = "--json", description = "Print JSON, in full precision, instead of a table.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        CaseCosts.Known cost = means.cost(spec.commandLine());
        CapacityPlan.Means given = means.means(cost.cost(), spec.commandLine());
        List<CapacityPlan> plans = workload.workloads(spec.commandLine()).stream()
                .map(each -> CapacityPlan.of(each, given))
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                json
                        ? new CapacityJson(plans, given, cost.source()).render()
                        : new CapacityTable(plans, given, cost.source()).text());
        out.flush();
        return 0;
    }
}
