package io.limen.deployment;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the namespace asks of pods, Kubernetes' Pod Security Standard "restricted", as far as we write anything that it speaks of, and
 * what we ask beyond: nothing writable but what is mounted, no token of the cluster, a limit for memory and for scratch space.
 */
final class RestrictedPods {

    private RestrictedPods() {}

    /** One line for each rule that is broken. */
    static List<String> problems(PodSpec pod) {
        List<String> problems = new ArrayList<>();
        PodSecurityContext security =
                Optional.ofNullable(pod.getSecurityContext()).orElseGet(PodSecurityContext::new);
        require(problems, Boolean.TRUE.equals(security.getRunAsNonRoot()), "runAsNonRoot");
        require(problems, security.getRunAsUser() != null && security.getRunAsUser() > 0, "runAsUser");
        require(
                problems,
                security.getSeccompProfile() != null
                        && "RuntimeDefault".equals(security.getSeccompProfile().getType()),
                "seccompProfile");
        require(problems, security.getSysctls().isEmpty(), "sysctls");
        require(
                problems,
                !Boolean.TRUE.equals(pod.getHostNetwork())
                        && !Boolean.TRUE.equals(pod.getHostPID())
                        && !Boolean.TRUE.equals(pod.getHostIPC()),
                "host namespaces");
        require(problems, Boolean.FALSE.equals(pod.getAutomountServiceAccountToken()), "automountServiceAccountToken");
        pod.getVolumes().forEach(volume -> require(problems, isAllowed(volume), "volume " + volume.getName()));
        Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream())
                .forEach(container -> container(problems, container));
        return problems;
    }

    private static void container(List<String> problems, Container container) {
        SecurityContext security =
                Optional.ofNullable(container.getSecurityContext()).orElseGet(SecurityContext::new);
        require(
                problems,
                Boolean.FALSE.equals(security.getAllowPrivilegeEscalation())
                        && !Boolean.TRUE.equals(security.getPrivileged()),
                "allowPrivilegeEscalation");
        require(problems, Boolean.TRUE.equals(security.getReadOnlyRootFilesystem()), "readOnlyRootFilesystem");
        require(problems, !Boolean.FALSE.equals(security.getRunAsNonRoot()), "runAsNonRoot of a container");
        require(
                problems,
                security.getCapabilities() != null
                        && security.getCapabilities().getDrop().contains("ALL")
                        && security.getCapabilities().getAdd().isEmpty(),
                "capabilities");
        require(problems, container.getPorts().stream().allMatch(port -> port.getHostPort() == null), "hostPort");
        require(
                problems,
                container.getResources() != null
                        && container.getResources().getRequests().keySet().containsAll(List.of("cpu", "memory"))
                        && container.getResources().getLimits().containsKey("memory"),
                "resources");
    }

    private static boolean isAllowed(Volume volume) {
        return volume.getProjected() != null
                || volume.getSecret() != null
                || volume.getConfigMap() != null
                || volume.getPersistentVolumeClaim() != null
                || (volume.getEmptyDir() != null && volume.getEmptyDir().getSizeLimit() != null);
    }

    private static void require(List<String> problems, boolean holds, String rule) {
        if (!holds) {
            problems.add(rule);
        }
    }
}
