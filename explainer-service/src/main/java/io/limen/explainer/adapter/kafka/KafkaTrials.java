package io.limen.explainer.adapter.kafka;

import io.limen.explainer.application.stream.Delivery;
import io.limen.explainer.application.stream.StreamUnavailableException;
import io.limen.explainer.application.stream.Trials;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trials as the brokers remember them. While a trial goes on its process gives a sign of life every few seconds; who gets the
 * same case meanwhile, because its lock was lost, sees the sign change and waits. A sign that does not change for some time
 * is that of a process which is no more. No clocks are compared. Safe for use by several threads.
 */
public final class KafkaTrials implements Trials, BrokerRequirement, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaTrials.class);
    private static final Duration SIGN_PERIOD = Duration.ofSeconds(3);

    /** A process that misses as many signs is gone: a machine under load misses one or two. */
    private static final int MISSED_SIGNS = 5;

    private final TrialNotes notes;
    private final Duration silence;
    private final String process = UUID.randomUUID().toString();
    private final Map<String, Sign> seen = new ConcurrentHashMap<>();
    private final Map<String, ConsumedRecord> running = new ConcurrentHashMap<>();
    private final Set<String> untold = new HashSet<>();
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "trial-signs");
        thread.setDaemon(true);
        return thread;
    });
    private long signs;

    /** What was read last, and since when it has been the same, nanoseconds of this process. */
    private record Sign(String line, long since) {}

    public KafkaTrials(KafkaAddress address) {
        this(address, SIGN_PERIOD);
    }

    KafkaTrials(KafkaAddress address, Duration signPeriod) {
        this.notes = new TrialNotes(() -> Admin.create(address.admin()), address.group() + "-trial-");
        this.silence = signPeriod.multipliedBy(MISSED_SIGNS);
        schedule.scheduleWithFixedDelay(
                this::giveSigns, signPeriod.toMillis(), signPeriod.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public Standing of(Delivery suspect) {
        String group = notes.group((ConsumedRecord) suspect);
        Optional<String> line = notes.read(group);
        if (line.isEmpty()) {
            seen.remove(group);
            return Standing.NONE;
        }
        long now = System.nanoTime();
        Sign sign = seen.compute(
                group,
                (same, before) ->
                        before != null && before.line().equals(line.get()) ? before : new Sign(line.get(), now));
        return now - sign.since() < silence.toNanos() ? Standing.RUNNING : Standing.UNFINISHED;
    }

    @Override
    public synchronized void begin(Delivery suspect) {
        ConsumedRecord subject = (ConsumedRecord) suspect;
        String group = notes.group(subject);
        untold.remove(group);
        notes.write(group, subject, sign());
        running.put(group, subject);
    }

    @Override
    public synchronized void end(Delivery suspect) {
        String group = notes.group((ConsumedRecord) suspect);
        running.remove(group);
        untold.add(group);
        Interruption.postponedFor(this::tellEnds);
    }

    private String sign() {
        return "limen: explained alone by process " + process + ", sign of life " + signs++;
    }

    private synchronized void giveSigns() {
        running.forEach((group, subject) -> {
            try {
                notes.write(group, subject, sign());
            } catch (StreamUnavailableException e) {
                LOG.debug("no sign of life was given", e);
            }
        });
        tellEnds();
    }

    /** An end that is not told now is told with the next sign: until then the case looks as if it had killed its process. */
    private void tellEnds() {
        untold.removeIf(group -> {
            try {
                notes.delete(group);
                return true;
            } catch (StreamUnavailableException e) {
                LOG.debug("the end of a trial was not told", e);
                return false;
            }
        });
    }

    @Override
    public List<String> missing(Admin admin) throws ExecutionException, InterruptedException {
        try {
            admin.listConsumerGroupOffsets(notes.anyGroup())
                    .partitionsToOffsetAndMetadata()
                    .get();
            return List.of();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthorizationException) {
                return List.of(notes.notAllowed());
            }
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return List.of();
            }
            throw e;
        }
    }

    @Override
    public void close() {
        schedule.shutdown();
        synchronized (this) {
            tellEnds();
        }
        notes.close();
    }
}
