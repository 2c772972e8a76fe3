package io.limen.explainer.adapter.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limen.explainer.domain.load.Load;
import io.limen.schemas.Topic;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsResult;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BacklogWatchTest {

    private static final String TOPIC = Topic.SEGMENTATION_RESULTS.topicName();
    private static final Load SEEN = new Load(0, 40, 2);

    private final AtomicLong now = new AtomicLong(1);
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private Optional<RuntimeException> fault = Optional.empty();
    private final BacklogWatch watch = new BacklogWatch(this::admin, new Group(), Duration.ofSeconds(10), now::get);

    @AfterEach
    void close() {
        watch.close();
    }

    /** 42 cases are in the topic. */
    private Admin admin() {
        made.incrementAndGet();
        return (Admin) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Admin.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "describeTopics":
                            return new Described();
                        case "listOffsets":
                            return new ListOffsetsResult(Map.of(
                                    new TopicPartition(TOPIC, 0),
                                    KafkaFuture.completedFuture(new ListOffsetsResultInfo(42, -1, Optional.empty()))));
                        case "close":
                            return closed.incrementAndGet();
                        default:
                            throw new UnsupportedOperationException(method.getName());
                    }
                });
    }

    private static final class Described extends DescribeTopicsResult {

        Described() {
            super(
                    null,
                    Map.of(
                            TOPIC,
                            KafkaFuture.completedFuture(new TopicDescription(
                                    TOPIC,
                                    false,
                                    List.of(new TopicPartitionInfo(0, Node.noNode(), List.of(), List.of()))))));
        }
    }

    private final class Group implements GroupBacklog {

        @Override
        public long undone(Admin admin, Map<TopicPartition, Long> ends) {
            fault.ifPresent(thrown -> {
                throw thrown;
            });
            return ends.values().stream().mapToLong(Long::longValue).sum();
        }

        @Override
        public int workers(Admin admin) {
            return 2;
        }
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private void askInVain() {
        fault = Optional.of(new IllegalStateException("of no kind that was thought of"));
        new Undeterred(watch::ask).run();
    }

    @Test
    void whatWaitsIsWhatIsUndoneAndNotInHand() {
        watch.ask();
        assertEquals(Optional.of(SEEN), watch.now());
    }

    @Test
    void aQuestionWithoutAnAnswerLeavesWhatWasSeen() {
        watch.ask();
        pass(Duration.ofSeconds(1));
        askInVain();
        assertEquals(Optional.of(SEEN), watch.now());
    }

    @Test
    void whatWasSeenTooLongAgoIsNotKnownAnyMore() {
        watch.ask();
        pass(BacklogWatch.LONGEST_SILENCE);
        assertEquals(Optional.empty(), watch.now());
    }

    @Test
    void aClientWithoutAnAnswerForLongIsMadeAnew() {
        askInVain();
        pass(BacklogWatch.LONGEST_SILENCE);
        assertEquals(0, closed.get());
        askInVain();
        assertEquals(1, closed.get());
        fault = Optional.empty();
        watch.ask();
        assertEquals(2, made.get());
        assertEquals(Optional.of(SEEN), watch.now());
    }

    @Test
    void aLongSilenceIsTold() {
        fault = Optional.of(new IllegalStateException("silent from the beginning"));
        watch.start();
        assertEquals(List.of(), watch.obstacles());
        pass(BacklogWatch.LONGEST_SILENCE);
        assertEquals(
                List.of("it is not known how many cases wait: every case is explained, with all its time"),
                watch.obstacles());
    }
}
