package io.limen.aggregator.adapter.dashboard;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

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

    /** Both reference modes of one site have all of theirs. */
    static final int GROUPS = 2;

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

    /** With the order that an explanation tells; itself when it tells none, or one that is held is newer. */
    ModelView with(ExecutionOrder told, String explanationId) {
        boolean overtaken =
                !order.isUnknown() && !held.get(0).view().explanationId().equals(explanationId);
        return told.isUnknown() || told.equals(order) || overtaken
                ? this
                : new ModelView(id, statistics, held, listed, told);
    }

    /** The components of the network, each with its place in the order of execution. */
    ComponentsView components() {
        return listed.placed(order);
    }

    /**
     * With one more explanation, and without the oldest ones beyond the limits; itself when it holds it already. A busy site leaves those
     * of the others in place: where there are too many, the oldest of whom most are held goes.
     *
     * @param limit of one site and reference mode; {@value #GROUPS} times as many of all together
     */
    ModelView with(NewestExplanation explanation, int limit) {
        String explanationId = explanation.view().explanationId();
        if (find(explanationId).isPresent()) {
            return this;
        }
        List<NewestExplanation> newest = new ArrayList<>(held);
        newest.add(explanation);
        newest.sort(NEWEST_FIRST);
        Map<String, List<NewestExplanation>> groups =
                newest.stream().collect(Collectors.groupingBy(ModelView::group, TreeMap::new, Collectors.toList()));
        List<NewestExplanation> largest = Collections.max(groups.values(), Comparator.comparingInt(List::size));
        if (largest.size() > limit || newest.size() > GROUPS * limit) {
            newest.remove(largest.get(largest.size() - 1));
        }
        return new ModelView(id, statistics, newest, listed, order);
    }

    private static String group(NewestExplanation explanation) {
        return explanation.view().site() + " " + explanation.view().referenceMode();
    }

    Optional<NewestExplanation> find(String explanationId) {
        return held.stream()
                .filter(explanation -> explanation.view().explanationId().equals(explanationId))
                .findFirst();
    }
}
