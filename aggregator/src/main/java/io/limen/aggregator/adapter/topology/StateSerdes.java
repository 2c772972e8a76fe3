package io.limen.aggregator.adapter.topology;

import io.limen.aggregator.adapter.topology.state.FleetModelState;
import io.limen.aggregator.adapter.topology.state.GroupState;
import io.limen.aggregator.adapter.topology.state.ModelState;
import io.limen.aggregator.adapter.topology.state.PaneState;
import io.limen.schemas.SingleObjectSerde;

/** Encodings of what the stream keeps; what any released version kept is read. */
final class StateSerdes {

    private StateSerdes() {}

    static SingleObjectSerde<ModelState> model() {
        return SingleObjectSerde.of(ModelState.getClassSchema(), StateSerdes.class);
    }

    static SingleObjectSerde<GroupState> group() {
        return SingleObjectSerde.of(GroupState.getClassSchema(), StateSerdes.class);
    }

    static SingleObjectSerde<PaneState> pane() {
        return SingleObjectSerde.of(PaneState.getClassSchema(), StateSerdes.class);
    }

    static SingleObjectSerde<FleetModelState> fleetModel() {
        return SingleObjectSerde.of(FleetModelState.getClassSchema(), StateSerdes.class);
    }
}
