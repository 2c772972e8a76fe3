package io.limen.quickstart.bootstrap;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.testcontainers.DockerClientFactory;

/** Whether containers can be run here; one line says so when they can't, and the tests are skipped. */
final class Engine {

    /** Tells pages of attempts where there is no engine. Held, for a logger that nobody holds forgets its level. */
    private static final Logger ATTEMPTS = Logger.getLogger("org.testcontainers");

    private static final boolean THERE = look();

    private Engine() {}

    private static boolean look() {
        ATTEMPTS.setLevel(Level.OFF);
        boolean there = DockerClientFactory.instance().isDockerAvailable();
        if (!there) {
            System.out.println("containers: skipped, no container engine answers here");
        }
        return there;
    }

    /** Of everything that a run starts, so that what it leaves behind can be found and removed. */
    static Map<String, String> labels() {
        return Map.of(
                "io.limen.test-run",
                Optional.ofNullable(System.getenv("LIMEN_TEST_RUN")).orElse("by-hand"));
    }

    static void require() {
        assumeTrue(THERE, "no container engine");
    }
}
