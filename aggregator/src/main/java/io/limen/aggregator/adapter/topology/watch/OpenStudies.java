package io.limen.aggregator.adapter.topology.watch;

import io.limen.aggregator.adapter.topology.flow.GroupId;
import io.limen.aggregator.adapter.topology.state.OpenStudyState;
import io.limen.aggregator.adapter.topology.state.StateSerdes;
import io.limen.aggregator.domain.drift.MonitoredFeature;
import io.limen.aggregator.domain.drift.OpenStudy;
import io.limen.aggregator.domain.statistics.GroupKey;
import io.limen.aggregator.domain.strategy.ReferenceMode;
import io.limen.schemas.ModelKey;
import io.limen.schemas.TraceHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The studies whose cases are still coming. */
final class OpenStudies {

    static final String STORE = "open-studies";

    /** A study of more is one in name only, or takes more than one part to be told in time. */
    static final int MOST_CASES = 1_000;

    /** As long as cases of a study may come without a gap: nobody waits longer to be told. */
    static final Duration LONGEST = Duration.ofHours(1);

    private final KeyValueStore<String, OpenStudyState> store;

    OpenStudies(KeyValueStore<String, OpenStudyState> store) {
        this.store = store;
    }

    static StoreBuilder<KeyValueStore<String, OpenStudyState>> store() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(STORE), Serdes.String(), StateSerdes.openStudy());
    }

    /**
     * A study so far.
     *
     * @param cases how many, 1 or more
     * @param openedAt wall clock when its first one came
     * @param trace of the case that came last, as {@link TraceHeaders#line} tells it
     */
    record Open(OpenStudy study, long cases, Instant openedAt, Optional<String> trace) {

        Open plus(OpenStudy one, Optional<String> itsTrace) {
            return new Open(study.merge(one), cases + 1, openedAt, itsTrace);
        }

        /** Whether it is closed although cases of it still come. */
        boolean isFull(Instant now) {
            return cases >= MOST_CASES || !openedAt.plus(LONGEST).isAfter(now);
        }
    }

    Optional<Open> find(String key) {
        return Optional.ofNullable(store.get(key))
                .map(state -> new Open(
                        study(state),
                        state.getCases(),
                        Optional.ofNullable(state.getOpenedAt()).orElse(state.getHeardAt()),
                        Optional.ofNullable(state.getTrace())));
    }

    void remove(String key) {
        store.delete(key);
    }

    void put(String key, GroupId group, Open open, Instant heardAt) {
        OpenStudy study = open.study();
        Map<String, Long> counts = new TreeMap<>();
        Map<String, Double> totals = new TreeMap<>();
        study.sums().forEach((feature, sum) -> {
            counts.put(feature.featureName(), sum.count());
            totals.put(feature.featureName(), sum.total());
        });
        store.put(
                key,
                new OpenStudyState(
                        group.model().toString(),
                        group.group().site(),
                        group.group().referenceMode().name(),
                        counts,
                        totals,
                        study.at(),
                        study.exampleId(),
                        heardAt,
                        open.cases(),
                        open.openedAt(),
                        open.trace().orElse(null)));
    }

    /** How many there are. */
    int size() {
        int size = 0;
        try (KeyValueIterator<String, OpenStudyState> all = store.all()) {
            while (all.hasNext()) {
                all.next();
                size++;
            }
        }
        return size;
    }

    /**
     * A study that is complete.
     *
     * @param key it was kept under
     * @param trace of the case that came last, as {@link TraceHeaders#line} tells it
     */
    record Closed(String key, GroupedStudy study, Optional<String> trace) {

        /** Of a record of that trace. */
        Headers headers() {
            Headers headers = new RecordHeaders();
            trace.map(TraceHeaders::ofLine).ifPresent(context -> TraceHeaders.write(context, headers));
            return headers;
        }
    }

    /** Takes out those of which no case came since the time, in the order of their own times. */
    List<Closed> takeQuiet(Instant since) {
        List<Closed> closed = new ArrayList<>();
        try (KeyValueIterator<String, OpenStudyState> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<String, OpenStudyState> entry = all.next();
                if (!entry.value.getHeardAt().isAfter(since)) {
                    closed.add(new Closed(
                            entry.key,
                            new GroupedStudy(
                                    group(entry.value), study(entry.value).close()),
                            Optional.ofNullable(entry.value.getTrace())));
                }
            }
        }
        closed.forEach(study -> store.delete(study.key()));
        closed.sort(
                Comparator.comparing((Closed one) -> one.study().study().at()).thenComparing(Closed::key));
        return closed;
    }

    private static GroupId group(OpenStudyState state) {
        return new GroupId(
                ModelKey.parse(state.getModel()),
                new GroupKey(state.getSite(), ReferenceMode.valueOf(state.getReferenceMode())));
    }

    private static OpenStudy study(OpenStudyState state) {
        Map<MonitoredFeature, OpenStudy.Sum> sums = new EnumMap<>(MonitoredFeature.class);
        state.getCounts()
                .forEach((name, count) -> MonitoredFeature.named(name)
                        .ifPresent(feature -> sums.put(
                                feature,
                                new OpenStudy.Sum(count, state.getTotals().get(name)))));
        return new OpenStudy(sums, state.getAt(), state.getExampleId());
    }
}
