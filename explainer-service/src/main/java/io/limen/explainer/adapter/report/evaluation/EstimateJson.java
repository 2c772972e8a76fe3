package io.limen.explainer.adapter.report.evaluation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limen.explainer.domain.comparison.Estimate;
import io.limen.explainer.domain.comparison.Estimate.WithInterval;
import io.limen.explainer.domain.comparison.Estimate.WithoutInterval;

/** Estimates as JSON: value, low, high (null where there is none), cases and state. */
final class EstimateJson {

    private EstimateJson() {}

    static ObjectNode of(Estimate estimate) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (estimate.known().isPresent()) {
            node.put("value", estimate.known().getAsDouble());
        } else {
            node.putNull("value");
        }
        if (estimate instanceof WithInterval known) {
            node.put("low", known.low()).put("high", known.high());
        } else {
            node.putNull("low").putNull("high");
        }
        return node.put("cases", estimate.cases()).put("state", state(estimate));
    }

    private static String state(Estimate estimate) {
        return estimate instanceof WithInterval
                ? "INTERVAL"
                : estimate instanceof WithoutInterval bare ? bare.reason().name() : "UNKNOWN";
    }
}
