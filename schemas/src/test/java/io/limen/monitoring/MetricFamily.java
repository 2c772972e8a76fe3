package io.limen.monitoring;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A metric as Prometheus knows it.
 *
 * @param name the family's name, as the TYPE line has it
 * @param type counter, gauge, histogram or summary
 * @param labels the values of each; none where they are an open set
 */
public record MetricFamily(String name, String type, Map<String, Set<String>> labels) {

    /** The names under which its samples can be asked for. */
    public Stream<String> samples() {
        return switch (type) {
            case "histogram" -> Stream.of(name + "_bucket", name + "_sum", name + "_count");
            case "summary" -> Stream.of(name, name + "_sum", name + "_count");
            default -> Stream.of(name);
        };
    }
}
