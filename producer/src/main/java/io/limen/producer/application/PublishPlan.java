package io.limen.producer.application;

import io.limen.producer.domain.deployment.Deployment;
import io.limen.producer.domain.deployment.ModelVersion;
import io.limen.producer.domain.pace.Pace;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How cases are published.
 *
 * @param deployments models that the cases go to in turn: case i to deployment i modulo their number; 1 or more
 * @param limit the most cases, 1 or more
 * @param pace how fast
 * @param withGroundTruth whether the human's masks are published
 * @param strict whether the first case that fails ends it
 * @param shadow repository whose models run on images that come without a model's mask; empty: such are published without
 */
public record PublishPlan(
        List<Deployment> deployments,
        int limit,
        Pace pace,
        boolean withGroundTruth,
        boolean strict,
        Optional<Path> shadow) {

    public PublishPlan {
        deployments = List.copyOf(deployments);
        Objects.requireNonNull(pace, "pace");
        Objects.requireNonNull(shadow, "shadow");
        if (deployments.isEmpty() || limit < 1) {
            throw new IllegalArgumentException("PublishPlan: " + deployments + ", limit " + limit);
        }
    }

    /** Images without a model's mask are published without one. */
    public PublishPlan(List<Deployment> deployments, int limit, Pace pace, boolean withGroundTruth, boolean strict) {
        this(deployments, limit, pace, withGroundTruth, strict, Optional.empty());
    }

    /** Every model that a case goes to, once. */
    public List<ModelVersion> models() {
        return deployments.stream().map(Deployment::model).distinct().toList();
    }

    Deployment deploymentOf(int index) {
        return deployments.get(index % deployments.size());
    }
}
