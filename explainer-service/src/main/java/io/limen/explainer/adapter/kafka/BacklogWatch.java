package io.limen.explainer.adapter.kafka;

import io.limen.explainer.application.stream.Backlog;
import io.limen.explainer.application.stream.StreamStatus;
import io.limen.explainer.domain.load.ArrivalRate;
import io.limen.explainer.domain.load.Load;
import io.limen.schemas.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the broker every second how many cases came, how many wait and how many workers the group has, those of other processes
 * included. What can't be asked now stays as it was seen last for some periods; then nothing is known, and no case is given up
 * for what may have been true once.
 */
public final class BacklogWatch implements Backlog, StreamStatus, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BacklogWatch.class);
    private static final String TOPIC = Topic.SEGMENTATION_RESULTS.topicName();
    private static final long PERIOD_SECONDS = 1;

    /** A broker that changes, or one that is slow, leaves a few questions without an answer. */
    static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);

    private final Supplier<Admin> maker;
    private final GroupBacklog group;
    private final Duration memory;
    private final LongSupplier nanoTime;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "backlog-watch");
        thread.setDaemon(true);
        return thread;
    });
    private Admin admin;
    private ArrivalRate rate = ArrivalRate.UNKNOWN;
    private long ends;
    private long askedAt;
    private long answeredAt;
    private volatile Optional<Seen> seen = Optional.empty();
    private volatile OptionalLong startedAt = OptionalLong.empty();

    /** What the broker said, and when. */
    private record Seen(Load load, long at) {}

    /**
     * @param sharing whether the group is a share group
     * @param memory time constant of the rate at which cases come
     */
    public BacklogWatch(KafkaAddress address, boolean sharing, Duration memory) {
        this(
                () -> Admin.create(address.admin()),
                sharing ? new ShareGroupBacklog(address.group()) : new ConsumerGroupBacklog(address.group()),
                memory,
                System::nanoTime);
    }

    BacklogWatch(Supplier<Admin> maker, GroupBacklog group, Duration memory, LongSupplier nanoTime) {
        this.maker = maker;
        this.group = group;
        this.memory = memory;
        this.nanoTime = nanoTime;
    }

    /** Starts asking. */
    public void start() {
        startedAt = OptionalLong.of(nanoTime.getAsLong());
        schedule.scheduleWithFixedDelay(new Undeterred(this::ask), 0, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public Optional<Load> now() {
        return seen.filter(one -> isRecent(one.at())).map(Seen::load);
    }

    @Override
    public List<String> obstacles() {
        boolean silent = startedAt.isPresent() && !isRecent(startedAt.getAsLong());
        return silent && now().isEmpty()
                ? List.of("it is not known how many cases wait: every case is explained, with all its time")
                : List.of();
    }

    private boolean isRecent(long at) {
        return nanoTime.getAsLong() - at < LONGEST_SILENCE.toNanos();
    }

    /** Asks once. A client without an answer for long is given up: one whose thread has ended by a fault never gives any. */
    void ask() {
        try {
            if (admin == null) {
                admin = maker.get();
                answeredAt = nanoTime.getAsLong();
            }
            look();
            answeredAt = nanoTime.getAsLong();
        } catch (ExecutionException | KafkaException e) {
            LOG.debug("the broker did not say what waits", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!isRecent(answeredAt)) {
                giveUp();
            }
        }
    }

    private void giveUp() {
        Admin failed = admin;
        admin = null;
        if (failed != null) {
            failed.close(Duration.ZERO);
        }
    }

    private void look() throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> end = ends();
        long now = nanoTime.getAsLong();
        long all = end.values().stream().mapToLong(Long::longValue).sum();
        if (askedAt != 0 && now > askedAt) {
            // a topic that was made anew begins at 0 again
            rate = rate.after(Math.max(0, all - ends), Duration.ofNanos(now - askedAt), memory);
        }
        ends = all;
        askedAt = now;
        int workers = Math.max(1, group.workers(admin));
        // one case of each worker is in hand, and waits no more
        long waiting = Math.max(0, group.undone(admin, end) - workers);
        seen = Optional.of(new Seen(new Load(rate.perSecond(), waiting, workers), nanoTime.getAsLong()));
    }

    private Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest =
                admin.describeTopics(List.of(TOPIC)).allTopicNames().get().get(TOPIC).partitions().stream()
                        .collect(Collectors.toMap(
                                partition -> new TopicPartition(TOPIC, partition.partition()),
                                partition -> OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> found =
                admin.listOffsets(latest).all().get();
        return found.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    @Override
    public void close() {
        schedule.shutdownNow();
        try {
            schedule.awaitTermination(PERIOD_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        giveUp();
    }
}
