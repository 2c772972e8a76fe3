package io.limen.producer.application;

import io.limen.producer.domain.deployment.ModelVersion;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One run, as it is put on record: nothing of it tells what a file or a folder is called.
 *
 * @param id of the run
 * @param by who publishes, as they say
 * @param startedAt when it began
 * @param models that the cases went to in turn; 1 or more
 * @param sources kinds of the sources that cases came from
 * @param report what came of it
 */
public record PublishRun(
        String id,
        String by,
        Instant startedAt,
        List<ModelVersion> models,
        SortedSet<String> sources,
        PublishReport report) {

    public PublishRun {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(report, "report");
        models = List.copyOf(models);
        sources = new TreeSet<>(sources);
        if (models.isEmpty()) {
            throw new IllegalArgumentException("PublishRun: no models");
        }
    }

    /** When it ended. */
    public Instant endedAt() {
        return startedAt.plus(report.elapsed());
    }

    /** Whether every case that was planned is published. */
    public boolean isWhole() {
        return report.delivered() == report.planned();
    }
}
