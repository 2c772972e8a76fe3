package io.limen.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All that is applied together. */
record Deployed(List<Object> resources) {

    static Deployed of(List<JsonNode> documents) {
        return new Deployed(documents.stream().map(StrictModels::read).toList());
    }

    <T> List<T> all(Class<T> kind) {
        return resources.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Names of all of a kind. */
    TreeSet<String> names(Class<? extends HasMetadata> kind) {
        TreeSet<String> names = new TreeSet<>();
        all(kind).forEach(resource -> names.add(resource.getMetadata().getName()));
        return names;
    }

    /** What pods are made after, by the name of the deployment or set. */
    Map<String, PodTemplateSpec> pods() {
        Map<String, PodTemplateSpec> pods = new TreeMap<>();
        all(Deployment.class)
                .forEach(one ->
                        pods.put(one.getMetadata().getName(), one.getSpec().getTemplate()));
        all(StatefulSet.class)
                .forEach(one ->
                        pods.put(one.getMetadata().getName(), one.getSpec().getTemplate()));
        return pods;
    }

    Container container(String name) {
        return pods().get(name).getSpec().getContainers().get(0);
    }

    /** The environment of a container as far as it is written down, not taken from a secret. */
    Map<String, String> environment(String name) {
        Map<String, String> environment = new TreeMap<>();
        container(name).getEnv().forEach(variable -> {
            if (variable.getValue() != null) {
                environment.put(variable.getName(), variable.getValue());
            }
        });
        return environment;
    }

    /** Whether some pod of ours has all these labels. */
    boolean hasPod(Map<String, String> labels) {
        return pods().values().stream()
                .anyMatch(pod -> pod.getMetadata().getLabels().entrySet().containsAll(labels.entrySet()));
    }

    /** Secrets that pods are given. */
    TreeSet<String> secrets() {
        TreeSet<String> secrets = new TreeSet<>();
        pods().values().forEach(pod -> {
            pod.getSpec().getVolumes().stream()
                    .flatMap(volume -> Stream.concat(
                            Stream.ofNullable(volume.getSecret()).map(secret -> secret.getSecretName()),
                            Stream.ofNullable(volume.getProjected())
                                    .flatMap(projected -> projected.getSources().stream())
                                    .filter(source -> source.getSecret() != null)
                                    .map(source -> source.getSecret().getName())))
                    .forEach(secrets::add);
            pod.getSpec().getContainers().stream()
                    .flatMap(container -> container.getEnv().stream())
                    .filter(variable -> variable.getValueFrom() != null)
                    .forEach(variable -> secrets.add(
                            variable.getValueFrom().getSecretKeyRef().getName()));
        });
        return secrets;
    }

    /** Config maps that pods are given. */
    TreeSet<String> configMaps() {
        TreeSet<String> maps = new TreeSet<>();
        pods().values().stream()
                .flatMap(pod -> pod.getSpec().getVolumes().stream())
                .flatMap(volume -> Stream.ofNullable(volume.getProjected()))
                .flatMap(projected -> projected.getSources().stream())
                .filter(source -> source.getConfigMap() != null)
                .forEach(source -> maps.add(source.getConfigMap().getName()));
        return maps;
    }
}
