package io.limen.explainer.bootstrap;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The service as a process: works until it is told to stop. */
@QuarkusMain
public final class ExplainerService {

    private ExplainerService() {}

    /** Cases explained at a time share the cores; libtorch would give each of them all. */
    private static final String TORCH_THREADS = "ai.djl.pytorch.num_threads";

    /** Configuration is read from the environment, system properties and application.properties; see ExplainerConfig. */
    public static void main(String... arguments) {
        if (System.getenv("OMP_NUM_THREADS") == null && System.getProperty(TORCH_THREADS) == null) {
            System.setProperty(TORCH_THREADS, "1");
        }
        Quarkus.run(arguments);
    }
}
