package io.limen.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RestrictedPodsTest {

    private static PodSpecBuilder restricted() {
        return new PodSpecBuilder()
                .withAutomountServiceAccountToken(false)
                .withNewSecurityContext()
                .withRunAsNonRoot(true)
                .withRunAsUser(10001L)
                .withNewSeccompProfile()
                .withType("RuntimeDefault")
                .endSeccompProfile()
                .endSecurityContext()
                .addNewContainer()
                .withNewResources()
                .withRequests(Map.of("cpu", new Quantity("1"), "memory", new Quantity("1Gi")))
                .withLimits(Map.of("memory", new Quantity("1Gi")))
                .endResources()
                .withNewSecurityContext()
                .withAllowPrivilegeEscalation(false)
                .withReadOnlyRootFilesystem(true)
                .withNewCapabilities()
                .withDrop("ALL")
                .endCapabilities()
                .endSecurityContext()
                .endContainer();
    }

    @Test
    void restrictedPodHasNoProblem() {
        assertEquals(List.of(), RestrictedPods.problems(restricted().build()));
    }

    @Test
    void everyRuleIsMissedWhereNothingIsSaid() {
        PodSpec pod = new PodSpecBuilder().withContainers(new Container()).build();

        assertEquals(
                List.of(
                        "runAsNonRoot",
                        "runAsUser",
                        "seccompProfile",
                        "automountServiceAccountToken",
                        "allowPrivilegeEscalation",
                        "readOnlyRootFilesystem",
                        "capabilities",
                        "resources"),
                RestrictedPods.problems(pod));
    }

    @Test
    void whatIsTakenBeyondIsFound() {
        PodSpec pod = restricted()
                .withHostNetwork(true)
                .addNewVolume()
                .withName("host")
                .withNewHostPath("/", "Directory")
                .endVolume()
                .addNewVolume()
                .withName("endless")
                .withNewEmptyDir()
                .endEmptyDir()
                .endVolume()
                .editContainer(0)
                .editSecurityContext()
                .editCapabilities()
                .withAdd("NET_ADMIN")
                .endCapabilities()
                .endSecurityContext()
                .endContainer()
                .build();

        assertEquals(
                List.of("host namespaces", "volume host", "volume endless", "capabilities"),
                RestrictedPods.problems(pod));
    }
}
