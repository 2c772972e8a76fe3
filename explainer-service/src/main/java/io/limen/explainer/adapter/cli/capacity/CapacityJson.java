package io.limen.explainer.adapter.cli.capacity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limen.explainer.domain.capacity.AggregatorPlan;
import io.limen.explainer.domain.capacity.CapacityPlan;
import io.limen.explainer.domain.capacity.KafkaPlan;
import io.limen.explainer.domain.capacity.MapShape;
import io.limen.explainer.domain.capacity.RecordSizes;
import io.limen.explainer.domain.capacity.WatchPlan;
import io.limen.explainer.domain.capacity.Workload;
import java.util.List;

/**
 * The plans as JSON, in full precision; times in seconds, sizes in bytes (explainer-service/docs/capacity.md).
 *
 * @param plans one or more, of the same workload but for its rate
 * @param means what they were reckoned with
 * @param source where the cost of an explanation is known from
 */
record CapacityJson(List<CapacityPlan> plans, CapacityPlan.Means means, String source) {

    String render() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("passes", means.cost().passes())
                .put("secondsPerPass", means.cost().secondsPerPass())
                .put("source", source);
        workload(root, plans.get(0).workload());
        root.put("use", means.use())
                .put("days", means.keeping().days())
                .put("replicas", means.keeping().replicas());
        var each = root.putArray("plans");
        plans.forEach(plan -> each.add(plan(plan)));
        return root.toPrettyString() + "\n";
    }

    /** What is the same at any rate. */
    private static void workload(ObjectNode node, Workload workload) {
        MapShape map = workload.map();
        node.put("heightPx", map.height())
                .put("widthPx", map.width())
                .put("blockPx", map.block())
                .put("blocks", map.blocks())
                .put("explanationBytes", RecordSizes.attribution(map))
                .put("caseBytes", workload.caseBytes())
                .put("groups", workload.groups())
                .put("casesPerStudy", workload.casesPerStudy());
    }

    private static ObjectNode plan(CapacityPlan plan) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("casesPerMinute", plan.workload().casesPerMinute())
                .put("explainedPerMinute", plan.explainedPerMinute())
                .put("explainedShare", plan.devices().explainedShare())
                .put("devicesNeeded", plan.devices().needed())
                .put("devicesBusy", plan.devices().busy());
        watch(node.putObject("watch"), plan.watch());
        kafka(node.putObject("kafka"), plan.kafka());
        aggregator(node.putObject("aggregator"), plan.aggregator());
        return node;
    }

    private static void watch(ObjectNode node, WatchPlan watch) {
        node.put("referenceSeconds", watch.reference().toMillis() / 1_000.0)
                .put("foundSeconds", watch.found().toMillis() / 1_000.0)
                .put("foundMostlySeconds", watch.foundMostly().toMillis() / 1_000.0)
                .put("falseAlarmsSeconds", watch.falseAlarms().toMillis() / 1_000.0)
                .put("promiseForQuiet", watch.promiseForQuiet());
    }

    private static void kafka(ObjectNode node, KafkaPlan kafka) {
        node.put("casesBytesPerSecond", kafka.cases().bytesPerSecond())
                .put("casesKeptBytes", kafka.cases().keptBytes())
                .put("explanationsBytesPerSecond", kafka.explanations().bytesPerSecond())
                .put("explanationsKeptBytes", kafka.explanations().keptBytes())
                .put("partitions", kafka.partitions());
    }

    private static void aggregator(ObjectNode node, AggregatorPlan aggregator) {
        node.put("threads", aggregator.threads())
                .put("mostPerGroupAndMinute", aggregator.mostPerGroup())
                .put("groupBytes", aggregator.groupBytes())
                .put("seenBytes", aggregator.seenBytes())
                .put("changelogBytesPerSecond", aggregator.changelogBytesPerSecond());
    }
}
