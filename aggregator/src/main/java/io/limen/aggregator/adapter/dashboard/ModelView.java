package io.limen.aggregator.adapter.dashboard;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One version of a model as JSON.
 *
 * @param id model@version
 * @param statistics null until the first ones are there
 * @param held the newest explanations of every site and reference mode, newest first
 * @param listed components of the network; served by themselves, for there may be hundreds
 * @param order in which they are executed
 */
public record ModelView(
        String id,
        StatisticsView statistics,
        @JsonIgnore List<NewestExplanation> held,
        @JsonIgnore ComponentsView listed,
        @JsonIgnore ExecutionOrder order) {

    private static final int SITES = 4;

    private static final Comparator<NewestExplanation> NEWEST_FIRST = Comparator.comparing(
                    (NewestExplanation explanation) -> explanation.view().explainedAt())
            .reversed();

    public ModelView {
        held = List.copyOf(held);
    }

    static ModelView named(String id) {
        return new ModelView(id, null, List.of(), ComponentsView.unknown(id), ExecutionOrder.UNKNOWN);
    }

    /** The newest explanations, newest first. */
    @JsonProperty
    public List<ExplanationView> newest() {
        return held.stream().map(NewestExplanation::view).toList();
    }

    ModelView with(StatisticsView newStatistics, ComponentsView newComponents) {
        return new ModelView(id, newStatistics, held, newComponents, order);
    }

    /** With the order that an explanation tells; itself when it tells none. */
    ModelView with(ExecutionOrder told) {
        return told.isUnknown() || told.equals(order) ? this : new ModelView(id, statistics, held, listed, told);
    }

    /** The components of the network, each with its place in the order of execution. */
    ComponentsView components() {
        return listed.placed(order);
    }

    /**
     * With one more explanation, and without the oldest ones beyond the limits; itself when it holds it already. A busy site leaves those
     * of the others in place.
     *
     * @param limit of one site and reference mode; {@value #SITES} times as many of all together
     */
    ModelView with(NewestExplanation explanation, int limit) {
        String explanationId = explanation.view().explanationId();
        if (find(explanationId).isPresent()) {
            return this;
        }
        Map<String, Integer> ofGroup = new HashMap<>();
        List<NewestExplanation> newest = Stream.concat(held.stream(), Stream.of(explanation))
                .sorted(NEWEST_FIRST)
                .filter(one ->
                        ofGroup.merge(one.view().site() + " " + one.view().referenceMode(), 1, Integer::sum) <= limit)
                .limit((long) SITES * limit)
                .toList();
        return new ModelView(id, statistics, newest, listed, order);
    }

    Optional<NewestExplanation> find(String explanationId) {
        return held.stream()
                .filter(explanation -> explanation.view().explanationId().equals(explanationId))
                .findFirst();
    }
}
