package io.limen.quickstart.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.schemas.Attribution;
import io.limen.schemas.ModelStatistics;
import io.limen.schemas.RejectionHeader;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import io.limen.schemas.registry.RecordFraming;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What has become of every case that was published, by what lies on the topics. */
final class Tally implements AutoCloseable {

    private final SingleObjectSerde<Attribution> attributionSerde = SingleObjectSerde.attribution();
    private final SingleObjectSerde<ModelStatistics> statisticsSerde = SingleObjectSerde.modelStatistics();
    private final TopicTail sources;
    private final TopicTail attributions;
    private final TopicTail letters;
    private final TopicTail statistics;
    private final Map<String, String> explanations = new HashMap<>();
    private final Map<String, ModelStatistics> newest = new HashMap<>();
    private int attributionsRead;
    private int statisticsRead;

    Tally(String bootstrapServers) {
        this(bootstrapServers, RecordFraming.NONE);
    }

    Tally(String bootstrapServers, RecordFraming framing) {
        sources = new TopicTail(bootstrapServers, Topic.SEGMENTATION_RESULTS, framing);
        attributions = new TopicTail(bootstrapServers, Topic.ATTRIBUTIONS, framing);
        letters = new TopicTail(bootstrapServers, Topic.SEGMENTATION_RESULTS_REJECTED, framing);
        statistics = new TopicTail(bootstrapServers, Topic.MODEL_STATISTICS, framing);
    }

    /** Ids of all cases, and of those that came as attributions only. */
    Set<String> published() {
        Set<String> published = keys(sources);
        published.addAll(explained());
        return published;
    }

    private static Set<String> keys(TopicTail topic) {
        Set<String> keys = new HashSet<>();
        topic.records().forEach(each -> keys.add(new String(each.key(), StandardCharsets.UTF_8)));
        return keys;
    }

    /** Ids of the cases that have an attribution. */
    Set<String> explained() {
        return new HashSet<>(explanations().values());
    }

    /** The case of each explanation, by the explanation's identity. */
    private Map<String, String> explanations() {
        var records = attributions.records();
        for (ConsumerRecord<byte[], byte[]> each : records.subList(attributionsRead, records.size())) {
            Attribution one = attributionSerde.decode(each.value());
            explanations.put(one.getExplanationId(), one.getCaseId());
        }
        attributionsRead = records.size();
        return explanations;
    }

    /** One that is there. */
    Attribution anyAttribution() {
        return attributionSerde.decode(attributions.records().get(0).value());
    }

    /** The dead letters by case, the newest of each. */
    Map<String, ConsumerRecord<byte[], byte[]>> rejected() {
        return Letters.of(letters.records()).newest();
    }

    static String header(ConsumerRecord<byte[], byte[]> letter, RejectionHeader header) {
        return new String(letter.headers().lastHeader(header.key()).value(), StandardCharsets.UTF_8);
    }

    /** Cases with an outcome. */
    int finished() {
        Set<String> finished = explained();
        finished.addAll(rejected().keySet());
        return finished.size();
    }

    private long sum(ToLongFunction<ModelStatistics> figure) {
        var records = statistics.records();
        for (ConsumerRecord<byte[], byte[]> each : records.subList(statisticsRead, records.size())) {
            ModelStatistics one = statisticsSerde.decode(each.value());
            newest.put(one.getModel() + "@" + one.getModelVersion(), one);
        }
        statisticsRead = records.size();
        return newest.values().stream().mapToLong(figure).sum();
    }

    /** Explanations in the statistics. */
    long counted() {
        return sum(ModelStatistics::getExplanations);
    }

    /** Attributions that the statistics know of, counted or dropped. */
    long known() {
        return sum(one -> one.getExplanations() + one.getDuplicatesDropped());
    }

    /** Whether the statistics know of every attribution. */
    boolean isUpToDate() {
        return known() >= attributions.records().size();
    }

    /** As {@link #hold(String, int, Set, int)}, where nothing is rejected. */
    void hold(String what, int times) {
        hold(what, times, Set.of(), 0);
    }

    /**
     * Holds that every case is in the statistics exactly once or a dead letter with its reason, and prints the line of the table.
     *
     * @param deserved cases that are rejected, and rightly so
     * @param mostInnocent as many others may be: those that were on trial when their process was killed, twice. One of these may
     *     have been explained before, by a process that died before it had accepted the case. As many letters may be repeats, for
     *     a process that died between a letter and what ends its case
     */
    void hold(String what, int times, Set<String> deserved, int mostInnocent) {
        Set<String> published = published();
        Set<String> lost = new HashSet<>(published);
        lost.removeAll(explained());
        lost.removeAll(rejected().keySet());
        Set<String> both = explained();
        both.retainAll(rejected().keySet());
        Letters all = Letters.of(letters.records());
        Set<String> innocent = all.beside(deserved);
        System.out.printf(
                "| %s | %d | %d | %d | %d | %d | %d |%n",
                what, times, published.size(), explained().size(), rejected().size(), known() - counted(), lost.size());
        rejected()
                .forEach((name, letter) -> System.out.printf(
                        "  %s: %d letters, %s deliveries, %s%n",
                        name,
                        all.byCase().get(name).size(),
                        header(letter, RejectionHeader.DELIVERIES),
                        header(letter, RejectionHeader.REASON)));
        assertEquals(Set.of(), lost, "lost");
        assertEquals(Set.of(), difference(deserved, rejected().keySet()), "deserved a dead letter");
        assertTrue(innocent.size() <= mostInnocent, () -> "rejected without a fault of theirs: " + innocent);
        assertEquals(Set.of(), difference(both, innocent), "explained and rightly rejected");
        assertTrue(all.repeats() <= mostInnocent, () -> "letters that came again: " + all.repeats());
        assertEquals(explained().size(), explanations().size(), "explanations of a case have one identity");
        assertEquals(explanations().size(), counted(), "each explanation is counted once");
        assertEquals(attributions.records().size(), known(), "each attribution is counted or dropped");
        rejected()
                .values()
                .forEach(letter ->
                        assertFalse(header(letter, RejectionHeader.REASON).isBlank(), "a dead letter has its reason"));
    }

    private static Set<String> difference(Set<String> all, Set<String> without) {
        Set<String> rest = new HashSet<>(all);
        rest.removeAll(without);
        return rest;
    }

    @Override
    public String toString() {
        return "published " + published().size() + ", explained " + explained().size() + ", rejected "
                + rejected().size() + ", attributions " + attributions.records().size() + ", counted " + counted()
                + ", known to the statistics " + known();
    }

    @Override
    public void close() {
        sources.close();
        attributions.close();
        letters.close();
        statistics.close();
    }
}
