package io.limen.deployment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import java.util.List;
import java.util.Map;

/** Of {@code keda.sh/v1alpha1} what we use, written after KEDA's documentation: there is no published model of it for Java. */
record ScaledObject(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

    /** What is scaled, and by what. */
    record Spec(
            Target scaleTargetRef,
            Integer pollingInterval,
            Integer cooldownPeriod,
            Integer minReplicaCount,
            Integer maxReplicaCount,
            Fallback fallback,
            Advanced advanced,
            List<Trigger> triggers) {}

    record Target(String apiVersion, String kind, String name) {}

    record Fallback(Integer failureThreshold, Integer replicas) {}

    record Advanced(Autoscaler horizontalPodAutoscalerConfig) {}

    record Autoscaler(HorizontalPodAutoscalerBehavior behavior) {}

    record Trigger(String type, String metricType, Map<String, String> metadata) {

        /** Of Prometheus' trigger. */
        @JsonIgnore
        boolean isComplete() {
            return type.equals("prometheus")
                    && metadata.keySet().containsAll(List.of("serverAddress", "query", "threshold"));
        }
    }
}
