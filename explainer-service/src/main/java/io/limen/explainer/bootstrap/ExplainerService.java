package io.limen.explainer.bootstrap;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** The service as a process: works until it is told to stop. */
@QuarkusMain
public final class ExplainerService {

    /** Cases explained at a time share the cores; libtorch would give each of them all. */
    static final String TORCH_THREADS = "ai.djl.pytorch.num_threads";

    private static final int USERS_MISTAKE = 2;

    private ExplainerService() {}

    /** Configuration comes from the environment, from system properties and application.properties: {@link ExplainerConfig}. */
    public static void main(String... arguments) {
        if (System.getenv("OMP_NUM_THREADS") == null && System.getProperty(TORCH_THREADS) == null) {
            System.setProperty(TORCH_THREADS, "1");
        }
        Quarkus.run(null, ExplainerService::exit, arguments);
    }

    /** Quarkus leaves it to whoever handles the exit to say what the matter is. */
    private static void exit(int code, Throwable failure) {
        Optional<String> mistake = mistake(failure);
        if (mistake.isPresent()) {
            System.err.println("limen-explainer: " + mistake.get());
        } else if (failure != null) {
            LoggerFactory.getLogger(ExplainerService.class).error("The explainer cannot start", failure);
        }
        System.exit(mistake.isPresent() ? USERS_MISTAKE : code);
    }

    /** What is wrong with the configuration, one line. */
    static Optional<String> mistake(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigurationException
                    || cause instanceof ConfigValidationException
                    || cause instanceof QuarkusBindException) {
                return Optional.of(cause.getMessage().replaceAll("\\s*\\R\\s*", " "));
            }
        }
        return Optional.empty();
    }
}
