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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trials as the brokers remember them. While a trial goes on its process gives a sign of life every few seconds; who gets the
 * same case meanwhile, because its lock was lost, sees the sign change and waits. A sign that does not change for some time
 * is that of a process which is no more; a case gets a second trial then, and no third. No clocks are compared. Safe for use by several threads.
 */
public final class KafkaTrials implements Trials, BrokerRequirement, AutoCloseable {

    /** A process may end for a reason of its own while it tries a case; that it does so twice is not put down to chance. */
    private static final int MOST_TRIALS = 2;

    private static final Pattern NUMBER = Pattern.compile("limen: trial (\\d{1,4}) ");

    private static final Logger LOG = LoggerFactory.getLogger(KafkaTrials.class);
    private static final Duration SIGN_PERIOD = Duration.ofSeconds(3);

    /** A process that misses as many signs is gone: a machine under load misses one or two. */
    private static final int MISSED_SIGNS = 5;

    private final TrialNotes notes;
    private final SignsOfLife signsOfOthers;
    private final String process = UUID.randomUUID().toString();
    private final Map<String, Trial> running = new ConcurrentHashMap<>();
    private final Set<String> untold = new HashSet<>();

    /** While a sign is written the end of its trial waits: a note that comes after the end would look like a death. */
    private final Object signing = new Object();

    /** Two: a sign does not wait for an end that is slow to tell. */
    private final ScheduledExecutorService schedule = Executors.newScheduledThreadPool(2, task -> {
        Thread thread = new Thread(task, "trial-signs");
        thread.setDaemon(true);
        return thread;
    });

    private final AtomicLong signs = new AtomicLong();

    /** One that goes on here, and which one of the case's it is. */
    private record Trial(ConsumedRecord subject, int number) {}

    public KafkaTrials(KafkaAddress address) {
        this(address, SIGN_PERIOD);
    }

    KafkaTrials(KafkaAddress address, Duration signPeriod) {
        this(new TrialNotes(() -> Admin.create(address.admin()), address.group() + "-trial-"), signPeriod);
    }

    KafkaTrials(TrialNotes notes, Duration signPeriod) {
        this(notes, signPeriod, System::nanoTime);
    }

    KafkaTrials(TrialNotes notes, Duration signPeriod, LongSupplier nanoTime) {
        this.notes = notes;
        this.signsOfOthers = new SignsOfLife(signPeriod.multipliedBy(MISSED_SIGNS), nanoTime);
        for (Runnable task : List.<Runnable>of(this::giveSigns, this::tellEnds)) {
            schedule.scheduleWithFixedDelay(
                    new Undeterred(task), signPeriod.toMillis(), signPeriod.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public Standing of(Delivery suspect) {
        String group = notes.group((ConsumedRecord) suspect);
        Optional<String> line = read(group);
        if (line.isEmpty() || survived(group, line.get())) {
            signsOfOthers.forget(group);
            return Standing.NONE;
        }
        if (!signsOfOthers.hasEnded(group, line.get())) {
            return Standing.RUNNING;
        }
        if (number(line.get()) < MOST_TRIALS) {
            return Standing.NONE;
        }
        signsOfOthers.forget(group);
        return Standing.UNFINISHED;
    }

    private Optional<String> read(String group) {
        try {
            return notes.read(group);
        } catch (StreamUnavailableException e) {
            // who can't read does not know who is silent
            signsOfOthers.forget(group);
            throw e;
        }
    }

    @Override
    public synchronized void begin(Delivery suspect) {
        ConsumedRecord subject = (ConsumedRecord) suspect;
        String group = notes.group(subject);
        int before = notes.read(group)
                .map(line -> number(line) - (survived(group, line) ? 1 : 0))
                .orElse(0);
        Trial trial = new Trial(subject, before + 1);
        untold.remove(group);
        signsOfOthers.forget(group);
        try {
            notes.write(group, subject, sign(trial));
            running.put(group, trial);
        } catch (RuntimeException | Error e) {
            // it may have been written all the same
            untold.add(group);
            throw e;
        }
    }

    /** Whether it tells of a trial that this process has outlived, or never came to. */
    private boolean survived(String group, String line) {
        return isOurs(line) && !running.containsKey(group);
    }

    private boolean isOurs(String line) {
        return line.contains(process);
    }

    @Override
    public synchronized void end(Delivery suspect) {
        String group = notes.group((ConsumedRecord) suspect);
        synchronized (signing) {
            running.remove(group);
        }
        untold.add(group);
        Interruption.postponedFor(this::tellEnds);
    }

    private String sign(Trial trial) {
        return "limen: trial " + trial.number() + " by process " + process + ", sign of life "
                + signs.getAndIncrement();
    }

    private static int number(String line) {
        return NUMBER.matcher(line)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .max()
                .orElse(0);
    }

    private void giveSigns() {
        synchronized (signing) {
            running.forEach((group, trial) -> {
                try {
                    notes.write(group, trial.subject(), sign(trial));
                } catch (RuntimeException | Error e) {
                    // whatever it is, others have their signs to give: without further signs the case would look as if
                    // it had killed this process
                    LOG.debug("no sign of life was given", e);
                }
            });
        }
    }

    /** An end that is not told now is told later: until then the case looks as if it had killed its process. */
    private synchronized void tellEnds() {
        untold.removeIf(group -> {
            try {
                // another process may have begun with the case since
                if (notes.read(group).filter(this::isOurs).isPresent()) {
                    notes.delete(group);
                }
                return true;
            } catch (RuntimeException | Error e) {
                LOG.debug("the end of a trial was not told", e);
                return false;
            }
        });
    }

    @Override
    public List<String> missing(Admin admin) throws ExecutionException, InterruptedException {
        try {
            // asks for both rights: to read, and to delete what is not there
            admin.listConsumerGroupOffsets(notes.anyGroup())
                    .partitionsToOffsetAndMetadata()
                    .get();
            admin.deleteConsumerGroups(List.of(notes.anyGroup())).all().get();
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

    /** A trial that goes on still is given up: our end is not its doing. */
    @Override
    public synchronized void close() {
        schedule.shutdown();
        synchronized (signing) {
            untold.addAll(running.keySet());
            running.clear();
        }
        Interruption.postponedFor(this::tellEnds);
        notes.close();
    }
}
