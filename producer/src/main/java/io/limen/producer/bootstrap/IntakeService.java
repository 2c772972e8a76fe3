package io.limen.producer.bootstrap;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.util.Optional;

/** {@code limen intake}: takes cases in over HTTP until it is told to stop. */
@QuarkusMain
public final class IntakeService {

    private static final int USERS_MISTAKE = 2;

    private IntakeService() {}

    /** Configuration comes from the environment, from system properties and application.properties: {@link IntakeConfig}. */
    public static void main(String... arguments) {
        Quarkus.run(null, IntakeService::exit, arguments);
    }

    private static void exit(int code, Throwable failure) {
        Optional<String> mistake = mistake(failure);
        mistake.ifPresent(line -> System.err.println("limen-intake: " + line));
        System.exit(mistake.isPresent() ? USERS_MISTAKE : code);
    }

    /** What is wrong with the configuration; Quarkus leaves it to whoever handles the exit to say so. */
    static Optional<String> mistake(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigurationException || cause instanceof ConfigValidationException) {
                return Optional.of(cause.getMessage());
            }
        }
        return Optional.empty();
    }
}
