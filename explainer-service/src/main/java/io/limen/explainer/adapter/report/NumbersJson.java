package io.limen.explainer.adapter.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** Numbers by name, in the names' order. */
final class NumbersJson {

    private NumbersJson() {}

    static ObjectNode render(Map<String, Double> numbers) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(numbers).forEach(node::put);
        return node;
    }
}
