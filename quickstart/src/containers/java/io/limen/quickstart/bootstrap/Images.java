package io.limen.quickstart.bootstrap;

import java.util.Optional;
import org.testcontainers.utility.DockerImageName;

/** The images that are tested: by the variables of docker-compose.yml, and else what it names. */
final class Images {

    /** The version of the build that the tests belong to; Failsafe sets it. */
    private static final String VERSION = System.getProperty("limen.version", "0.1.0-SNAPSHOT");

    private Images() {}

    static String explainer() {
        return named("LIMEN_EXPLAINER_IMAGE", "limen/explainer-service:" + VERSION);
    }

    /** Of explainers in the image for GPUs, with natives for the CPU; the usual one where none such has been built. */
    static String explainerForGpus() {
        return named("LIMEN_EXPLAINER_GPU_IMAGE", explainer());
    }

    static String aggregator() {
        return named("LIMEN_AGGREGATOR_IMAGE", "limen/aggregator:" + VERSION);
    }

    static String intake() {
        return named("LIMEN_INTAKE_IMAGE", "limen/intake:" + VERSION);
    }

    static String registry() {
        return named("LIMEN_REGISTRY_IMAGE", "apicurio/apicurio-registry:3.0.9");
    }

    static DockerImageName kafka() {
        return DockerImageName.parse(named("LIMEN_KAFKA_IMAGE", "apache/kafka:4.3.1"))
                .asCompatibleSubstituteFor("apache/kafka");
    }

    private static String named(String variable, String usual) {
        return Optional.ofNullable(System.getenv(variable))
                .filter(name -> !name.isBlank())
                .orElse(usual);
    }
}
