package io.limen.aggregator.bootstrap;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** The service as a process: works until it is told to stop. */
@QuarkusMain
public final class AggregatorService {

    private static final int USERS_MISTAKE = 2;

    AggregatorService() {}

    /** Configuration comes from the environment, from system properties and application.properties: {@link AggregatorConfig}. */
    public static void main(String... arguments) {
        Quarkus.run(null, AggregatorService::exit, arguments);
    }

    /** Quarkus leaves it to whoever handles the exit to say what the matter is. */
    private static void exit(int code, Throwable failure) {
        Optional<String> mistake = mistake(failure);
        if (mistake.isPresent()) {
            System.err.println("limen-aggregator: " + mistake.get());
        } else if (failure != null) {
            LoggerFactory.getLogger(AggregatorService.class).error("The aggregator cannot start", failure);
        }
        System.exit(mistake.isPresent() ? USERS_MISTAKE : code);
    }

    /** What is wrong with the settings, one line. */
    static Optional<String> mistake(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> line(cause).stream())
                .findFirst()
                .map(line -> line.replaceAll("\\s*\\R\\s*", " "));
    }

    private static Optional<String> line(Throwable cause) {
        if (cause instanceof QuarkusBindException taken) {
            return Optional.of(taken.getMessage());
        }
        return cause instanceof ConfigurationException || cause instanceof ConfigValidationException
                ? Optional.of(cause.getMessage())
                : Optional.empty();
    }
}
