package io.limen.explainer.adapter.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limen.explainer.domain.faithfulness.joint.Agreement;
import io.limen.explainer.domain.faithfulness.joint.Contrast;
import io.limen.explainer.domain.faithfulness.joint.MapFaithfulness;
import io.limen.explainer.domain.faithfulness.joint.MeanChange;

/** How far a map can be trusted, under the names of the record's fields. */
final class FaithfulnessJson {

    private FaithfulnessJson() {}

    static ObjectNode render(MapFaithfulness found) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("forwards", found.forwards());
        node.put("sets", found.sets());
        if (found.agreement() instanceof Agreement.Measured measured) {
            node.put("correlation", measured.correlation());
            node.put("correlationLower", measured.low());
            node.put("correlationUpper", measured.high());
            node.put("ceiling", measured.ceiling());
            node.putNull("undefined");
        } else {
            node.putNull("correlation").putNull("correlationLower").putNull("correlationUpper");
            node.putNull("ceiling");
            node.put(
                    "undefined",
                    ((Agreement.Undefined) found.agreement()).reason().name());
        }
        node.put("budgetExhausted", found.budgetExhausted());
        node.set("contrast", found.contrast().map(FaithfulnessJson::contrast).orElse(null));
        return node;
    }

    private static ObjectNode contrast(Contrast found) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("blocks", found.blocks());
        node.put("draws", found.draws());
        node.put("foretold", found.foretold());
        node.set("strongest", change(found.strongest()));
        node.set("others", change(found.others()));
        node.set("difference", change(found.difference()));
        return node;
    }

    private static ObjectNode change(MeanChange found) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("points", found.points())
                .put("lower", found.interval().map(MeanChange.Interval::low).orElse(null))
                .put("upper", found.interval().map(MeanChange.Interval::high).orElse(null));
    }
}
