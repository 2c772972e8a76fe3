package io.limen.explainer.adapter.kafka;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.stream.CaseQueue;
import io.limen.explainer.application.stream.Delivery;
import io.limen.explainer.application.stream.Rejection;
import io.limen.explainer.application.stream.Trials;
import io.limen.schemas.BrokerSecurity;
import io.limen.schemas.RejectionHeader;
import io.limen.schemas.Topic;
import io.limen.schemas.registry.AwaitedFraming;
import io.limen.schemas.registry.MadeUpRegistry;
import io.limen.schemas.registry.RegistryAccess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What every queue of cases keeps to, on a real broker with two partitions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
abstract class CaseQueueContract {

    static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LONGEST_CASE = Duration.ofMinutes(2);
    private static final Duration SIGN_PERIOD = Duration.ofMillis(200);
    private static final String SOURCE = Topic.SEGMENTATION_RESULTS.topicName();

    @TempDir
    static Path folder;

    TestBroker broker;
    KafkaAddress address;
    AcknowledgedSender sender;
    private KafkaTrials trials;
    private int groups;
    private KafkaProducer<byte[], byte[]> producer;
    private final List<CaseQueue> open = new ArrayList<>();

    /** A queue of the test's group, and how to cut it off from the broker as the death of its process does. */
    record Member(CaseQueue queue, Runnable death) {}

    /** One more member of the group. */
    abstract Member join();

    @BeforeAll
    void startBroker() throws Exception {
        broker = TestBroker.start(folder.resolve(getClass().getSimpleName()));
        producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @AfterAll
    void stopBroker() {
        producer.close();
        broker.close();
    }

    @BeforeEach
    void beginAnew() throws Exception {
        for (Topic topic : List.of(Topic.SEGMENTATION_RESULTS, Topic.SEGMENTATION_RESULTS_REJECTED)) {
            empty(topic.topicName());
        }
        address = new KafkaAddress(
                broker.bootstrapServers(),
                BrokerSecurity.none(),
                AwaitedFraming.none(),
                "group-" + groups++,
                LONGEST_CASE);
        sender = new AcknowledgedSender(address);
        trials = new KafkaTrials(address, SIGN_PERIOD);
    }

    private void empty(String topic) throws Exception {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
        for (int partition = 0; partition < TestBroker.PARTITIONS; partition++) {
            ends.put(new TopicPartition(topic, partition), OffsetSpec.latest());
        }
        broker.admin()
                .listOffsets(ends)
                .all()
                .get()
                .forEach((partition, end) -> all.put(partition, RecordsToDelete.beforeOffset(end.offset())));
        broker.admin().deleteRecords(all).all().get();
    }

    @AfterEach
    void leave() {
        open.forEach(CaseQueue::close);
        open.clear();
        sender.close();
        trials.close();
    }

    CaseQueue queue() {
        return member().queue();
    }

    private Member member() {
        Member member = join();
        open.add(member.queue());
        return member;
    }

    /** Publishes cases named so, in turn on both partitions. */
    void publish(String... names) throws Exception {
        for (int i = 0; i < names.length; i++) {
            byte[] value =
                    CaseRecords.encoded(CaseRecords.full().setCaseId(names[i]).build());
            publish(i % TestBroker.PARTITIONS, names[i], value);
        }
    }

    private void publish(int partition, String name, byte[] value) throws Exception {
        producer.send(new ProducerRecord<>(SOURCE, partition, name.getBytes(StandardCharsets.UTF_8), value))
                .get();
    }

    static String name(Delivery delivery) {
        return ((Delivery.Content.Readable) delivery.content())
                .subject()
                .identity()
                .caseId();
    }

    static Delivery take(CaseQueue queue) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            Optional<Delivery> taken = queue.take(LOOK);
            if (taken.isPresent()) {
                return taken.get();
            }
        }
        throw new AssertionError("nothing came within " + PATIENCE);
    }

    /** Looks for so long, and takes nothing. */
    static void assertNothingComes(CaseQueue queue, Duration looking) {
        Instant deadline = Instant.now().plus(looking);
        while (Instant.now().isBefore(deadline)) {
            assertEquals(Optional.empty(), queue.take(LOOK).map(CaseQueueContract::name));
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> letters() {
        return records(Topic.SEGMENTATION_RESULTS_REJECTED.topicName());
    }

    private List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> reader = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers(), "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> all = List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1));
            reader.assign(all);
            Map<TopicPartition, Long> ends = reader.endOffsets(all);
            while (all.stream().anyMatch(partition -> reader.position(partition) < ends.get(partition))) {
                reader.poll(LOOK).forEach(records::add);
            }
        }
        return records;
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, RejectionHeader header) {
        return new String(letter.headers().lastHeader(header.key()).value(), StandardCharsets.UTF_8);
    }

    @Test
    void whatIsPublishedBeforeTheFirstWorkerIsNotLostAndWhatIsAcceptedDoesNotComeAgain() throws Exception {
        publish("a", "b");
        CaseQueue first = queue();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < 2; i++) {
            Delivery delivery = take(first);
            assertEquals(1, delivery.number());
            names.add(name(delivery));
            first.accept(delivery);
        }
        assertEquals(Set.of("a", "b"), names);
        first.close();

        assertNothingComes(queue(), Duration.ofSeconds(3));
    }

    @Test
    void manyWorkersDoEveryCaseOnce() throws Exception {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            names.add("case-" + i);
        }
        publish(names.toArray(String[]::new));
        ConcurrentLinkedQueue<String> done = new ConcurrentLinkedQueue<>();
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            CaseQueue queue = queue();
            Thread worker = new Thread(() -> {
                Instant deadline = Instant.now().plus(PATIENCE);
                while (done.size() < names.size() && Instant.now().isBefore(deadline)) {
                    queue.take(LOOK).ifPresent(delivery -> {
                        queue.accept(delivery);
                        done.add(name(delivery));
                    });
                }
            });
            workers.add(worker);
            worker.start();
        }
        for (Thread worker : workers) {
            worker.join();
        }

        List<String> sorted = done.stream().sorted().toList();
        assertEquals(names.stream().sorted().toList(), sorted);
    }

    @Test
    void aCaseWhoseWorkerDiesComesAgainToAnotherWhoIsToldSo() throws Exception {
        publish("a");
        Member dying = member();
        assertEquals("a", name(take(dying.queue())));

        dying.death().run();

        CaseQueue other = queue();
        Delivery again = take(other);
        assertEquals("a", name(again));
        assertEquals(2, again.number());
        other.accept(again);
    }

    @Test
    void aCaseThatKilledTwoWorkersIsKeptWithItsDeliveryCountAndComesNoMore() throws Exception {
        publish("killer");
        for (int i = 0; i < 2; i++) {
            Member dying = member();
            take(dying.queue());
            dying.death().run();
        }
        CaseQueue third = queue();
        Delivery delivery = take(third);
        assertEquals(3, delivery.number());

        third.reject(delivery, Rejection.failed("it kills"));

        ConsumerRecord<byte[], byte[]> letter = letters().get(0);
        assertEquals("3", header(letter, RejectionHeader.DELIVERIES));
        assertEquals("it kills", header(letter, RejectionHeader.REASON));
        assertArrayEquals("killer".getBytes(StandardCharsets.UTF_8), letter.key());
        assertNothingComes(third, Duration.ofSeconds(3));
    }

    @Test
    void aRecordThatIsNoCaseIsKeptAsItCameAndStopsNobody() throws Exception {
        byte[] poison = {9, 9, 9};
        publish(0, "poison", poison);
        publish("a");
        CaseQueue queue = queue();
        Delivery first = take(queue);
        assertInstanceOf(Delivery.Content.Unreadable.class, first.content());

        queue.reject(first, Rejection.failed("no case"));

        Delivery second = take(queue);
        assertEquals("a", name(second));
        queue.accept(second);
        assertArrayEquals(poison, letters().get(0).value());
    }

    @Test
    void casesThatARegistryFramedAndOlderOnesAreTakenAlikeAndKeptAsItsReadersExpectThem() throws Exception {
        try (MadeUpRegistry registry = MadeUpRegistry.start()) {
            AwaitedFraming framing =
                    AwaitedFraming.of(RegistryAccess.of(Optional.of(registry.address()), Optional.empty()));
            assertEquals(Optional.empty(), framing.missing());
            address = new KafkaAddress(
                    address.bootstrapServers(), address.security(), framing, address.group(), LONGEST_CASE);
            sender.close();
            sender = new AcknowledgedSender(address);
            byte[] framed = framing.framing()
                    .framed(
                            SOURCE,
                            CaseRecords.encoded(
                                    CaseRecords.full().setCaseId("framed").build()));
            assertEquals(0, framed[0]);
            publish(0, "framed", framed);
            publish(
                    1,
                    "old",
                    CaseRecords.encoded(CaseRecords.full().setCaseId("old").build()));
            CaseQueue queue = queue();
            Set<String> names = new HashSet<>();
            for (int i = 0; i < 2; i++) {
                Delivery delivery = take(queue);
                names.add(name(delivery));
                queue.reject(delivery, Rejection.failed("wanted by nobody"));
            }

            assertEquals(Set.of("framed", "old"), names);
            assertEquals(2, letters().size());
            letters().forEach(letter -> assertArrayEquals(Arrays.copyOf(framed, 5), Arrays.copyOf(letter.value(), 5)));
        }
    }

    @Test
    void aReleasedCaseComesAgainToTheSameWorkerAndIsNotCountedAsAnother() throws Exception {
        publish("a");
        CaseQueue queue = queue();
        Delivery first = take(queue);

        queue.release(first);

        Delivery again = take(queue);
        assertEquals("a", name(again));
        assertEquals(1, again.number());
        queue.accept(again);
    }

    @Test
    void aWorkerThatStopsGivesItsCaseBackAtOnceAndTheCaseIsNeverBlamedForIt() throws Exception {
        publish("a");
        for (int stops = 0; stops < 7; stops++) {
            CaseQueue stopping = queue();
            Delivery delivery = take(stopping);
            assertEquals("a", name(delivery));
            assertEquals(Trials.Standing.NONE, trials.of(delivery));
            Thread.currentThread().interrupt();
            stopping.release(delivery);
            stopping.close();
            assertTrue(Thread.interrupted());
        }
        CaseQueue last = queue();
        last.accept(take(last));
        assertEquals(List.of(), letters());
    }

    /** What another process sees of it, once it is no more than that it is going on. */
    private static Trials.Standing settled(KafkaTrials process, Delivery suspect) {
        Trials.Standing standing;
        do {
            standing = process.of(suspect);
        } while (standing == Trials.Standing.RUNNING);
        return standing;
    }

    @Test
    void aCaseWhoseTrialsEndWithTheirProcessesTwiceIsKnownToTheNextOneThatGetsIt() throws Exception {
        publish("killer");
        List<Trials.Standing> standings = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Member dying = member();
            Delivery suspect = take(dying.queue());
            standings.add(settled(trials, suspect));
            Dying process = new Dying();
            process.trials.begin(suspect);
            assertEquals(Trials.Standing.RUNNING, trials.of(suspect));
            process.die();
            dying.death().run();
        }
        standings.add(settled(trials, take(queue())));

        assertEquals(List.of(Trials.Standing.NONE, Trials.Standing.NONE, Trials.Standing.UNFINISHED), standings);
    }

    /** Its signs stop, and nobody tells the end: an orderly one would. */
    private final class Dying {

        private final TrialNotes notes =
                new TrialNotes(() -> Admin.create(address.admin()), address.group() + "-trial-");
        private final KafkaTrials trials = new KafkaTrials(notes, SIGN_PERIOD);

        void die() {
            notes.close();
            trials.close();
        }
    }

    @Test
    void aTrialThatGoesOnIsNotTakenForOneThatKilled() throws Exception {
        publish("a");
        Delivery suspect = take(queue());
        KafkaTrials elsewhere = new KafkaTrials(address, SIGN_PERIOD);
        elsewhere.begin(suspect);

        Instant end = Instant.now().plus(SIGN_PERIOD.multipliedBy(15));
        while (Instant.now().isBefore(end)) {
            assertEquals(Trials.Standing.RUNNING, trials.of(suspect));
        }

        elsewhere.end(suspect);
        assertEquals(Trials.Standing.NONE, trials.of(suspect));
        elsewhere.close();
    }

    @Test
    void aRecordThatADiskHasChangedIsKeptByItsCoordinatesAndStopsNobody() throws Exception {
        publish("a", "b", "damaged");
        ConsumerRecord<byte[], byte[]> victim = newest();
        broker.damage(victim);
        publish("c");
        CaseQueue queue = queue();
        Set<String> names = new HashSet<>();

        while (names.size() < 3) {
            Delivery delivery = take(queue);
            if (delivery.content() instanceof Delivery.Content.Unreadable unreadable) {
                queue.reject(delivery, Rejection.failed(unreadable.reason()));
            } else {
                names.add(name(delivery));
                queue.accept(delivery);
            }
        }

        assertEquals(Set.of("a", "b", "c"), names);
        assertEquals(1, letters().size());
        ConsumerRecord<byte[], byte[]> letter = letters().get(0);
        assertEquals(String.valueOf(victim.partition()), header(letter, RejectionHeader.PARTITION));
        assertEquals(String.valueOf(victim.offset()), header(letter, RejectionHeader.OFFSET));
        assertEquals(
                "the record can't be read: its batch is damaged (checksum)", header(letter, RejectionHeader.REASON));
        assertNothingComes(queue, Duration.ofSeconds(3));
    }

    private ConsumerRecord<byte[], byte[]> newest() {
        List<ConsumerRecord<byte[], byte[]>> all = records(SOURCE);
        return all.stream()
                .filter(each -> new String(each.key(), StandardCharsets.UTF_8).equals("damaged"))
                .reduce((older, newer) -> newer)
                .orElseThrow();
    }
}
