package io.limen.explainer.adapter.cli.capacity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limen.explainer.domain.capacity.AggregatorPlan;
import io.limen.explainer.domain.capacity.CapacityPlan;
import io.limen.explainer.domain.capacity.KafkaPlan;
import io.limen.explainer.domain.capacity.WatchPlan;
import java.util.List;

/**
 * The plans as JSON, in full precision; times in seconds, sizes in bytes (explainer-service/docs/capacity.md).
 *
 * @param plans one per number of cases a minute
 * @param means what they were reckoned with
 */
record CapacityJson(List<CapacityPlan> plans, CapacityPlan.Means means) {

    String render() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("passes", means.cost().passes())
                .put("secondsPerPass", means.cost().secondsPerPass());
        var each = root.putArray("plans");
        plans.forEach(plan -> each.add(plan(plan)));
        return root.toPrettyString() + "\n";
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
