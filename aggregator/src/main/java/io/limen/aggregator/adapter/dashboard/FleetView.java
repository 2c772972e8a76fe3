package io.limen.aggregator.adapter.dashboard;

import io.limen.schemas.Attribution;
import io.limen.schemas.ModelStatistics;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The newest state of every model, immutable; what a reader sees never changes under it.
 *
 * @param models by model@version
 */
record FleetView(SortedMap<String, ModelView> models) {

    /** More versions of models than a page can show; bounds the memory whatever is on the topics. */
    static final int MAX_MODELS = 200;

    static final FleetView EMPTY = new FleetView(new TreeMap<>());

    FleetView {
        models = Collections.unmodifiableSortedMap(new TreeMap<>(models));
    }

    FleetView with(ModelStatistics statistics) {
        return with(
                statistics.getModel() + "@" + statistics.getModelVersion(),
                model -> model.with(StatisticsView.of(statistics), ComponentsView.of(statistics)));
    }

    FleetView with(Attribution attribution, int limit) {
        return with(
                attribution.getModel() + "@" + attribution.getModelVersion(),
                model -> model.with(NewestExplanation.of(attribution), limit)
                        .with(ExecutionOrder.of(attribution), attribution.getExplanationId()));
    }

    Optional<ModelView> model(String id) {
        return Optional.ofNullable(models.get(id));
    }

    boolean hasRoomFor(String id) {
        return models.containsKey(id) || models.size() < MAX_MODELS;
    }

    Optional<byte[]> overlay(String explanationId) {
        return models.values().stream()
                .flatMap(model -> model.find(explanationId).stream())
                .flatMap(explanation -> explanation.overlay().stream())
                .map(Overlay::png)
                .findFirst();
    }

    /** What a reader of the earlier view has to be told to know this one. */
    List<FeedEvent> since(FleetView earlier) {
        return models.values().stream()
                .filter(model -> model != earlier.models.get(model.id()))
                .flatMap(model ->
                        FeedEvent.between(earlier.model(model.id()).orElseGet(() -> ModelView.named(model.id())), model)
                                .stream())
                .toList();
    }

    private FleetView with(String id, UnaryOperator<ModelView> change) {
        ModelView before = models.getOrDefault(id, ModelView.named(id));
        ModelView after = change.apply(before);
        if (after == before || !hasRoomFor(id)) {
            return this;
        }
        SortedMap<String, ModelView> changed = new TreeMap<>(models);
        changed.put(id, after);
        return new FleetView(changed);
    }
}
