package io.limen.aggregator.adapter.topology;

import io.limen.aggregator.adapter.topology.flow.GroupId;
import io.limen.aggregator.adapter.topology.watch.KnownGroups;
import io.limen.schemas.ModelKey;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** The groups that the statistics have. */
final class CountedGroups implements KnownGroups {

    /** The stores that it reads. */
    static final List<String> STORES = List.of(StatisticsStores.PER_MODEL, StatisticsStores.PER_GROUP);

    private final StatisticsStores stores;

    /** From the stores, which the processor of the context must have been given. */
    CountedGroups(ProcessorContext<?, ?> context) {
        this.stores = new StatisticsStores(
                context.getStateStore(StatisticsStores.PER_MODEL), context.getStateStore(StatisticsStores.PER_GROUP));
    }

    @Override
    public List<GroupId> of(ModelKey model) {
        return stores.model(model).components().keySet().stream()
                .map(group -> new GroupId(model, group))
                .toList();
    }

    @Override
    public boolean hasRoomFor(GroupId group) {
        return stores.model(group.model()).hasRoomFor(group.group());
    }
}
