package io.limen.explainer.adapter.kafka;

import io.limen.explainer.application.stream.StreamStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the broker every few seconds for what the service needs of it, and says in the log, once per change, when that is
 * missing or the broker can't be reached, and when all is well again.
 */
public final class BrokerWatch implements StreamStatus, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerWatch.class);
    private static final long PERIOD_SECONDS = 2;

    private final String bootstrapServers;
    private final Supplier<Admin> maker;
    private final List<BrokerRequirement> requirements;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "broker-watch");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Admin admin;
    private volatile List<String> obstacles;

    public BrokerWatch(KafkaAddress address, List<BrokerRequirement> requirements) {
        this(address.bootstrapServers(), requirements, () -> Admin.create(address.admin()));
    }

    BrokerWatch(String bootstrapServers, List<BrokerRequirement> requirements, Supplier<Admin> maker) {
        this.bootstrapServers = bootstrapServers;
        this.requirements = List.copyOf(requirements);
        this.maker = maker;
        this.obstacles = List.of("the broker at " + bootstrapServers + " was not asked yet");
    }

    /** Starts asking. */
    public void start() {
        schedule.scheduleWithFixedDelay(new Undeterred(this::ask), 0, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public List<String> obstacles() {
        return obstacles;
    }

    /** Asks once. */
    void ask() {
        List<String> before = obstacles;
        List<String> now = answer();
        obstacles = now;
        if (now.equals(before)) {
            return;
        }
        if (now.isEmpty()) {
            LOG.info("the broker at {} has all that is needed", bootstrapServers);
        } else {
            LOG.warn("{}; asking again every {} seconds", String.join("; ", now), PERIOD_SECONDS);
        }
    }

    private List<String> answer() {
        List<String> missing = new ArrayList<>();
        try {
            if (admin == null) {
                Optional<Admin> made = made();
                if (made.isEmpty()) {
                    return List.of("no client can be made as the file of limen.kafka.security says");
                }
                admin = made.get();
            }
            for (BrokerRequirement requirement : requirements) {
                missing.addAll(requirement.missing(admin));
            }
            return List.copyOf(missing);
        } catch (ExecutionException | KafkaException e) {
            LOG.debug("the broker did not answer", e);
            return List.of(unanswered(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return obstacles;
        }
    }

    /**
     * Empty when the settings are to blame, a key store that is missing for instance, and not a name that can't be resolved yet.
     * What Kafka says of it may hold a part of a password, so it is not told.
     */
    private Optional<Admin> made() {
        try {
            return Optional.of(maker.get());
        } catch (KafkaException e) {
            if (e.getCause() instanceof ConfigException) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** A broker that refuses us is there: who is told otherwise looks in the wrong place. */
    private String unanswered(Throwable cause) {
        if (cause instanceof AuthenticationException) {
            return "the broker at " + bootstrapServers + " does not let us in (limen.kafka.security)";
        }
        if (cause instanceof AuthorizationException) {
            return "the broker at " + bootstrapServers + " lets us in and allows too little: " + cause.getMessage();
        }
        return "no answer from a broker at " + bootstrapServers;
    }

    @Override
    public void close() {
        schedule.shutdownNow();
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
