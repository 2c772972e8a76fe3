package io.limen.aggregator.adapter.topology.watch;

import io.limen.aggregator.adapter.topology.flow.GroupId;
import io.limen.aggregator.adapter.topology.state.StateFormat;
import io.limen.aggregator.adapter.topology.state.StateSerdes;
import io.limen.aggregator.adapter.topology.state.StudyState;
import io.limen.aggregator.adapter.topology.state.WatchedGroupState;
import io.limen.aggregator.domain.alert.Alert;
import io.limen.aggregator.domain.alert.RecentStudies;
import io.limen.aggregator.domain.alert.WatchedGroup;
import io.limen.aggregator.domain.drift.EvidenceTrail;
import io.limen.aggregator.domain.drift.Study;
import io.limen.aggregator.domain.drift.Watch;
import io.limen.aggregator.domain.drift.Watching;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The stores of watches: what is kept of each group, and its newest studies beside it, one entry each. A reference that is being
 * gathered is the newest of these, so that a study that comes is written once and not again with each that follows.
 */
final class WatchedGroups {

    static final String STORE = "watched-groups";
    static final String RECENT = "recent-studies";

    private static final int MOST_COMMANDS = 16;

    private final KeyValueStore<String, WatchedGroupState> groups;
    private final KeyValueStore<String, StudyState> studies;

    WatchedGroups(KeyValueStore<String, WatchedGroupState> groups, KeyValueStore<String, StudyState> studies) {
        this.groups = groups;
        this.studies = studies;
    }

    static StoreBuilder<KeyValueStore<String, WatchedGroupState>> store(StateFormat format) {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(STORE), Serdes.String(), StateSerdes.watchedGroup(format))
                .withCachingEnabled();
    }

    static StoreBuilder<KeyValueStore<String, StudyState>> recent() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(RECENT), Serdes.String(), StateSerdes.study());
    }

    /** What is kept of the group. */
    Kept find(GroupId group) {
        return Kept.of(groups.get(group.storeKey()), recent(group));
    }

    /** Hands over every group with its watch; a reference that is being gathered is handed over without its studies. */
    void forEach(BiConsumer<GroupId, Watch> taker) {
        try (KeyValueIterator<String, WatchedGroupState> all = groups.all()) {
            all.forEachRemaining(entry -> taker.accept(
                    GroupId.ofStoreKey(entry.key),
                    Kept.watching(entry.value).map(Watch.class::cast).orElseGet(Watch::begin)));
        }
    }

    /** Writes every group anew, in the format that is written now; how many there are. */
    int rewrite() {
        List<KeyValue<String, WatchedGroupState>> entries = new ArrayList<>();
        try (KeyValueIterator<String, WatchedGroupState> all = groups.all()) {
            all.forEachRemaining(entries::add);
        }
        groups.putAll(entries);
        return entries.size();
    }

    /** Remembers a study as the newest one of the group, and forgets those that are more than so many back. */
    void remember(GroupId group, Kept kept, Study study, int most) {
        studies.put(key(group, kept.seen()), WatchMapper.toState(study));
        studies.delete(key(group, kept.seen() - most));
    }

    void put(GroupId group, Kept kept) {
        groups.put(group.storeKey(), kept.toState());
    }

    /** The newest studies of the group. */
    RecentStudies recent(GroupId group) {
        return most -> {
            if (most == 0) {
                return List.of();
            }
            List<Study> all = all(group);
            return all.subList(Math.max(0, all.size() - most), all.size());
        };
    }

    private List<Study> all(GroupId group) {
        List<Study> all = new ArrayList<>();
        try (KeyValueIterator<String, StudyState> range = studies.range(key(group, 0), key(group, Long.MAX_VALUE))) {
            range.forEachRemaining(entry -> all.add(WatchMapper.study(entry.value)));
        }
        return all;
    }

    private static String key(GroupId group, long number) {
        return String.format("%s/%019d", group.storeKey(), Math.max(0, number));
    }

    /**
     * What is kept of a group.
     *
     * @param seen studies since the stream began
     * @param group the watch and the open alert
     * @param commands ids of the newest commands obeyed
     * @param trail how far the evidence got
     */
    record Kept(long seen, WatchedGroup group, List<String> commands, EvidenceTrail trail) {

        static final Kept NEW = new Kept(0, WatchedGroup.NEW, List.of(), EvidenceTrail.NONE);

        Kept with(WatchedGroup next) {
            return new Kept(seen, next, commands, trail);
        }

        Kept with(EvidenceTrail further) {
            return new Kept(seen, group, commands, further);
        }

        Kept next() {
            return new Kept(seen + 1, group, commands, trail);
        }

        Kept obeyed(String command) {
            List<String> newest = new ArrayList<>(commands);
            newest.add(command);
            List<String> kept = newest.subList(Math.max(0, newest.size() - MOST_COMMANDS), newest.size());
            return new Kept(seen, group, kept, trail);
        }

        /**
         * What the state says; null is a group not seen yet.
         *
         * @param recent studies of the group: a reference that is being gathered is the newest of them
         */
        static Kept of(WatchedGroupState state, RecentStudies recent) {
            if (state == null) {
                return NEW;
            }
            Optional<Alert> open = Optional.ofNullable(state.getOpen()).flatMap(AlertMapper::alert);
            Watch watch = watching(state)
                    .map(Watch.class::cast)
                    .orElseGet(() -> new Watch.Gathering(gathered(state, recent)));
            return new Kept(
                    state.getSeen(),
                    new WatchedGroup(watch, open),
                    state.getCommands(),
                    TrailMapper.trail(state.getTrail()));
        }

        /** The watch with a complete reference, if it has one. */
        static Optional<Watching> watching(WatchedGroupState state) {
            return Optional.ofNullable(state.getWatch())
                    .map(WatchMapper::watching)
                    .or(() -> Optional.ofNullable(state.getWatching()).map(ReleasedWatch::watching));
        }

        /** Studies of the reference so far. */
        static int gathering(WatchedGroupState state) {
            return state.getGathered().isEmpty()
                    ? state.getGathering()
                    : state.getGathered().size();
        }

        private static List<Study> gathered(WatchedGroupState state, RecentStudies recent) {
            return state.getGathered().isEmpty()
                    ? recent.newest(state.getGathering())
                    : state.getGathered().stream().map(WatchMapper::study).toList();
        }

        WatchedGroupState toState() {
            WatchedGroupState.Builder state = WatchedGroupState.newBuilder()
                    .setSeen(seen)
                    .setCommands(commands)
                    .setTrail(TrailMapper.toState(trail))
                    .setOpen(group.open().map(AlertMapper::toState).orElse(null));
            if (group.watch() instanceof Watch.Gathering gathering) {
                state.setGathering(gathering.studies().size());
            } else if (group.watch() instanceof Watching watching) {
                state.setWatch(WatchMapper.toState(watching));
            }
            return state.build();
        }
    }
}
