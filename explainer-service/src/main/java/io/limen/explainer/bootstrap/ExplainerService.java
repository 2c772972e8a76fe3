package io.limen.explainer.bootstrap;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;

/** The service as a process: works until it is told to stop. */
@QuarkusMain
public final class ExplainerService {

    /** Cases explained at a time share the cores; libtorch would give each of them all. */
    private static final String TORCH_THREADS = "ai.djl.pytorch.num_threads";

    private static final int USERS_MISTAKE = 2;

    private ExplainerService() {}

    /** Configuration comes from the environment, from system properties and application.properties: {@link ExplainerConfig}. */
    public static void main(String... arguments) {
        if (System.getenv("OMP_NUM_THREADS") == null && System.getProperty(TORCH_THREADS) == null) {
            System.setProperty(TORCH_THREADS, "1");
        }
        Quarkus.run(null, ExplainerService::exit, arguments);
    }

    private static void exit(int code, Throwable failure) {
        System.exit(isMistake(failure) ? USERS_MISTAKE : code);
    }

    /** What is wrong with the configuration was said already. */
    private static boolean isMistake(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigurationException || cause instanceof ConfigValidationException) {
                return true;
            }
        }
        return false;
    }
}
