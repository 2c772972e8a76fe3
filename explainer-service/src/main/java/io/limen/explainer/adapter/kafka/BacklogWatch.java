package io.limen.explainer.adapter.kafka;

import io.limen.explainer.application.stream.Backlog;
import io.limen.explainer.domain.load.ArrivalRate;
import io.limen.explainer.domain.load.Load;
import io.limen.schemas.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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
 * included. What can't be asked now stays as it was seen last.
 */
public final class BacklogWatch implements Backlog, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BacklogWatch.class);
    private static final String TOPIC = Topic.SEGMENTATION_RESULTS.topicName();
    private static final long PERIOD_SECONDS = 1;

    private final Supplier<Admin> maker;
    private final GroupBacklog group;
    private final Duration memory;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "backlog-watch");
        thread.setDaemon(true);
        return thread;
    });
    private Admin admin;
    private ArrivalRate rate = ArrivalRate.UNKNOWN;
    private long ends;
    private long askedAt;
    private volatile Optional<Load> load = Optional.empty();

    /**
     * @param sharing whether the group is a share group
     * @param memory time constant of the rate at which cases come
     */
    public BacklogWatch(KafkaAddress address, boolean sharing, Duration memory) {
        this(
                () -> Admin.create(address.admin()),
                sharing ? new ShareGroupBacklog(address.group()) : new ConsumerGroupBacklog(address.group()),
                memory);
    }

    private BacklogWatch(Supplier<Admin> maker, GroupBacklog group, Duration memory) {
        this.maker = maker;
        this.group = group;
        this.memory = memory;
    }

    /** Starts asking. */
    public void start() {
        schedule.scheduleWithFixedDelay(this::ask, 0, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public Optional<Load> now() {
        return load;
    }

    private void ask() {
        try {
            if (admin == null) {
                admin = maker.get();
            }
            look();
        } catch (ExecutionException | KafkaException e) {
            LOG.debug("the broker did not say what waits", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> end = ends();
        long now = System.nanoTime();
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
        load = Optional.of(new Load(rate.perSecond(), waiting, workers));
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
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
