package io.limen.aggregator.adapter.topology;

import io.limen.aggregator.adapter.topology.flow.GroupId;
import io.limen.aggregator.adapter.topology.state.GroupState;
import io.limen.aggregator.adapter.topology.state.StateSerdes;
import io.limen.aggregator.domain.statistics.GroupKey;
import io.limen.aggregator.domain.statistics.ModelOverview;
import io.limen.schemas.ModelKey;
import io.limen.schemas.ModelStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The stores of models and of their groups. An entry is one group, so that an explanation rewrites the statistics of its own
 * group alone. Cached: an entry that changes many times within a commit goes to Kafka once.
 */
final class StatisticsStores {

    /** Which groups each model has. */
    static final String PER_MODEL = "statistics-per-model";

    /** The statistics of each group. */
    static final String PER_GROUP = "statistics-per-group";

    private final KeyValueStore<String, StoredModel> models;
    private final KeyValueStore<String, GroupState> groups;

    StatisticsStores(KeyValueStore<String, StoredModel> models, KeyValueStore<String, GroupState> groups) {
        this.models = models;
        this.groups = groups;
    }

    static StoreBuilder<? extends StateStore> perModel() {
        return cached(PER_MODEL, new StoredModel.Encoding());
    }

    static StoreBuilder<? extends StateStore> perGroup() {
        return cached(PER_GROUP, StateSerdes.group());
    }

    static <V> StoreBuilder<? extends StateStore> cached(String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values)
                .withCachingEnabled();
    }

    /** Every model that is kept. */
    List<ModelKey> models() {
        List<ModelKey> keys = new ArrayList<>();
        try (KeyValueIterator<String, StoredModel> all = models.all()) {
            all.forEachRemaining(entry -> keys.add(ModelKey.parse(entry.key)));
        }
        return keys;
    }

    ModelOverview model(ModelKey key) {
        StoredModel stored = models.get(key.toString());
        if (stored instanceof StoredModel.Released released) {
            return split(key, released.statistics());
        }
        return stored instanceof StoredModel.Current current
                ? StateMapper.overview(current.state())
                : ModelOverview.EMPTY;
    }

    void put(ModelKey key, ModelOverview overview) {
        models.put(key.toString(), new StoredModel.Current(StateMapper.toState(overview)));
    }

    KeptGroup group(GroupId id) {
        return Optional.ofNullable(groups.get(id.storeKey()))
                .map(GroupMapper::group)
                .orElse(KeptGroup.EMPTY);
    }

    void put(GroupId id, KeptGroup group) {
        groups.put(id.storeKey(), GroupMapper.toState(group));
    }

    /** What an earlier version kept in one entry becomes entries of its groups, once. */
    private ModelOverview split(ModelKey key, ModelStatistics released) {
        ReleasedStatistics.groups(released)
                .forEach((GroupKey group, KeptGroup kept) -> put(new GroupId(key, group), kept));
        ModelOverview overview = ReleasedStatistics.overview(released);
        put(key, overview);
        return overview;
    }
}
