package io.limen.producer.adapter.http.events;

import io.limen.producer.domain.deployment.Deployment;
import java.util.Map;
import java.util.Optional;

/**
 * Which model is behind what a model server calls it.
 *
 * @param deployments by the name of the inference service
 */
public record ServedModels(Map<String, Deployment> deployments) {

    public ServedModels {
        deployments = Map.copyOf(deployments);
    }

    Optional<Deployment> of(String service) {
        return Optional.ofNullable(deployments.get(service));
    }
}
