package io.limen.aggregator.adapter.dashboard;

import io.limen.schemas.ModelStatistics;
import java.time.Instant;
import java.util.List;

/** A model's statistics as JSON, by the names of the schema. */
public record StatisticsView(
        String model,
        String modelVersion,
        long explanations,
        long duplicatesDropped,
        Instant updatedAt,
        List<GroupView> groups) {

    static StatisticsView of(ModelStatistics statistics) {
        return new StatisticsView(
                statistics.getModel(),
                statistics.getModelVersion(),
                statistics.getExplanations(),
                statistics.getDuplicatesDropped(),
                statistics.getUpdatedAt(),
                statistics.getGroups().stream().map(GroupView::of).toList());
    }
}
