package io.limen.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.limen.explainer.application.stream.Workers;
import io.limen.schemas.Topic;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.kafka.KafkaClusterSpec;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What kubectl makes of each overlay holds together. Skipped where kubectl is not installed, or too old. */
class OverlaysTest {

    /** Of the explainer, beside its drain: clients say goodbye to the brokers. */
    private static final Duration GOODBYE = Duration.ofSeconds(10);

    private static final String UNCHECKED =
            "no kubectl with kustomize 4 or newer: overlays are not put together and not checked";

    private static final Map<String, Deployed> MADE = new TreeMap<>();

    @BeforeAll
    static void makeThem() throws IOException, InterruptedException {
        if (!Manifests.kubectlIsThere()) {
            System.err.println(UNCHECKED);
            return;
        }
        for (String folder : Manifests.APPLIED) {
            MADE.put(folder, Deployed.of(Manifests.kustomize(Manifests.HOME.resolve(folder))));
        }
        MADE.put("components/object-store", with("object-store"));
        MADE.put("components/schema-registry", with("schema-registry"));
    }

    @BeforeEach
    void theyAreMade() {
        assumeTrue(!MADE.isEmpty(), UNCHECKED);
    }

    /** As a house of its own would: production and the component. */
    private static Deployed with(String component) throws IOException, InterruptedException {
        Path own = Files.createDirectories(Manifests.HOME.resolve("target/" + component));
        Files.writeString(
                own.resolve("kustomization.yaml"),
                "resources: [../../overlays/production]\ncomponents: [../../components/" + component + "]\n");
        return Deployed.of(Manifests.kustomize(own));
    }

    @OfEachOverlay
    void podsAreRestricted(String overlay) {
        Deployed deployed = MADE.get(overlay);

        assertEquals(
                List.of("aggregator", "explainer-service", "intake"),
                List.copyOf(deployed.pods().keySet()));
        deployed.pods().forEach((name, pod) -> assertEquals(List.of(), RestrictedPods.problems(pod.getSpec()), name));
        assertEquals(
                "restricted",
                deployed.all(Namespace.class)
                        .get(0)
                        .getMetadata()
                        .getLabels()
                        .get("pod-security.kubernetes.io/enforce"));
    }

    @OfEachOverlay
    void imagesBearTheVersion(String overlay) {
        MADE.get(overlay)
                .pods()
                .forEach((name, pod) -> assertEquals(
                        "limen/" + name + ":0.1.0-SNAPSHOT"
                                + (overlay.endsWith("gpu") && name.equals("explainer-service") ? "-gpu" : ""),
                        pod.getSpec().getContainers().get(0).getImage()));
    }

    @OfEachOverlay
    void whatPodsAreGivenIsThere(String overlay) throws IOException {
        Deployed deployed = MADE.get(overlay);
        TreeSet<String> missing = deployed.secrets();
        missing.removeAll(deployed.names(KafkaUser.class));
        missing.removeIf(secret -> secret.equals(deployed.names(Kafka.class).first() + "-cluster-ca-cert"));
        String told = Files.readString(Manifests.HOME.resolve("README.md"));
        missing.removeIf(secret -> told.contains("create secret generic " + secret + " "));
        assertEquals(List.of(), List.copyOf(missing), "secrets that nobody makes");

        TreeSet<String> maps = deployed.configMaps();
        maps.removeAll(deployed.names(ConfigMap.class));
        assertEquals(List.of(), List.copyOf(maps), "config maps");
        TreeSet<String> claims = new TreeSet<>();
        deployed.pods().values().stream()
                .flatMap(pod -> pod.getSpec().getVolumes().stream())
                .filter(volume -> volume.getPersistentVolumeClaim() != null)
                .forEach(volume -> claims.add(volume.getPersistentVolumeClaim().getClaimName()));
        assertEquals(deployed.names(PersistentVolumeClaim.class), claims);
        deployed.all(Ingress.class).stream()
                .flatMap(ingress -> ingress.getSpec().getTls().stream())
                .forEach(tls -> assertTrue(told.contains("`" + tls.getSecretName() + "`"), tls.getSecretName()));
    }

    @OfEachOverlay
    void whatIsSelectedIsThere(String overlay) {
        Deployed deployed = MADE.get(overlay);

        deployed.all(Service.class)
                .forEach(service -> assertTrue(
                        deployed.hasPod(service.getSpec().getSelector()),
                        service.getMetadata().getName()));
        deployed.all(NetworkPolicy.class)
                .forEach(policy -> assertTrue(
                        selects(deployed, policy.getSpec().getPodSelector()),
                        policy.getMetadata().getName()));
        deployed.all(PodDisruptionBudget.class)
                .forEach(budget -> assertTrue(
                        selects(deployed, budget.getSpec().getSelector()),
                        budget.getMetadata().getName()));
        deployed.all(StatefulSet.class)
                .forEach(set -> assertTrue(
                        deployed.names(Service.class).contains(set.getSpec().getServiceName())));
        deployed.all(ScaledObject.class).forEach(scaled -> {
            assertTrue(deployed.names(Deployment.class)
                    .contains(scaled.spec().scaleTargetRef().name()));
            assertTrue(scaled.spec().triggers().stream().allMatch(ScaledObject.Trigger::isComplete));
        });
        deployed.all(HorizontalPodAutoscaler.class)
                .forEach(scaled -> assertTrue(deployed.names(Deployment.class)
                        .contains(scaled.getSpec().getScaleTargetRef().getName())));
    }

    private static boolean selects(Deployed deployed, LabelSelector selector) {
        return deployed.hasPod(selector.getMatchLabels())
                && selector.getMatchExpressions().stream()
                        .allMatch(expression -> expression.getValues().stream()
                                .allMatch(value -> deployed.hasPod(Map.of(expression.getKey(), value))));
    }

    @OfEachOverlay
    void everyPodIsClosedButForWhatIsNamed(String overlay) {
        NetworkPolicy closed = MADE.get(overlay).all(NetworkPolicy.class).stream()
                .filter(policy -> policy.getMetadata().getName().equals("nothing-by-default"))
                .findFirst()
                .orElseThrow();

        assertEquals(List.of("Ingress", "Egress"), closed.getSpec().getPolicyTypes());
        assertEquals(
                0,
                closed.getSpec().getIngress().size()
                        + closed.getSpec().getEgress().size());
        MADE.get(overlay)
                .pods()
                .forEach((name, pod) -> assertTrue(
                        pod.getMetadata()
                                .getLabels()
                                .entrySet()
                                .containsAll(closed.getSpec()
                                        .getPodSelector()
                                        .getMatchLabels()
                                        .entrySet()),
                        name));
    }

    @OfEachOverlay
    void brokersKeepWhatTopicsAskFor(String overlay) {
        Deployed deployed = MADE.get(overlay);
        Kafka kafka = deployed.all(Kafka.class).get(0);
        int brokers = deployed.all(KafkaNodePool.class).stream()
                .filter(pool -> pool.getSpec().getRoles().toString().contains("BROKER"))
                .mapToInt(pool -> pool.getSpec().getReplicas())
                .sum();

        assertEquals(Topic.values().length, deployed.all(KafkaTopic.class).size());
        deployed.all(KafkaTopic.class)
                .forEach(topic -> assertEquals(
                        Math.min(brokers, 3),
                        topic.getSpec().getReplicas(),
                        topic.getMetadata().getName()));
        Map<String, Object> config = kafka.getSpec().getKafka().getConfig();
        config.forEach((key, value) -> {
            assertFalse(
                    Pattern.compile(", *")
                            .splitAsStream(KafkaClusterSpec.FORBIDDEN_PREFIXES)
                            .anyMatch(key::startsWith),
                    "Strimzi does not take " + key);
            if (key.endsWith("replication.factor")) {
                assertEquals(Math.min(brokers, 3), value, key);
            }
        });
        deployed.pods()
                .keySet()
                .forEach(name -> assertEquals(
                        "limen-kafka-bootstrap:"
                                + kafka.getSpec()
                                        .getKafka()
                                        .getListeners()
                                        .get(0)
                                        .getPort(),
                        deployed.environment(name).get("LIMEN_KAFKA_BOOTSTRAP_SERVERS"),
                        name));
    }

    @OfEachOverlay
    void explainerHasTimeToFinish(String overlay) {
        Deployed deployed = MADE.get(overlay);
        Duration drain =
                Duration.parse(deployed.environment("explainer-service").get("LIMEN_SHUTDOWN_TIMEOUT"));
        long granted = deployed.pods().get("explainer-service").getSpec().getTerminationGracePeriodSeconds();

        assertTrue(
                drain.plus(Workers.LONGEST_BATCH).plus(GOODBYE).toSeconds() <= granted,
                drain + " in " + granted + " s");
    }

    @Test
    void productionSurvivesTheLossOfANode() {
        Deployed production = MADE.get("overlays/production");

        assertEquals(2, production.all(StatefulSet.class).get(0).getSpec().getReplicas());
        assertEquals("1", production.environment("aggregator").get("LIMEN_STANDBY_REPLICAS"));
        assertEquals(production.pods().keySet(), production.names(PodDisruptionBudget.class));
        production
                .all(Deployment.class)
                .forEach(one -> assertEquals(null, one.getSpec().getReplicas()));
    }

    @Test
    void gpuIsAskedForAndUsed() {
        Deployed gpu = MADE.get("overlays/gpu");

        assertEquals(
                "1",
                gpu.container("explainer-service")
                        .getResources()
                        .getLimits()
                        .get("nvidia.com/gpu")
                        .toString());
        assertEquals("gpu:0", gpu.environment("explainer-service").get("LIMEN_EXPLAIN_DEVICE"));
    }
}
